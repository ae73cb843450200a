package identity

import "testing"

func TestPasswords(t *testing.T) {
	hash := HashPassword("otter lamp quarry seven")
	if err := VerifyPassword("otter lamp quarry seven", hash); err != nil {
		t.Errorf("the right password: %v", err)
	}
	for _, wrong := range []string{"", "otter lamp quarry eight"} {
		if err := VerifyPassword(wrong, hash); err != ErrWrong {
			t.Errorf("%q gave %v", wrong, err)
		}
	}
	if err := VerifyPassword("x", "$argon2id$v=19$m=99999999,t=1,p=1$AA$AA"); err == nil || err == ErrWrong {
		t.Errorf("a hash of a wild cost gave %v", err)
	}
	if err := VerifyPassword("anything", ""); err != ErrWrong {
		t.Errorf("no password chosen gave %v", err)
	}
}

func TestRecoveryCodesAreGoodOnce(t *testing.T) {
	codes, hashes := NewRecoveryCodes()
	left, err := UseRecoveryCode(codes[2], hashes)
	if err != nil || len(left) != len(hashes)-1 {
		t.Fatalf("%d left, %v", len(left), err)
	}
	if _, err := UseRecoveryCode(codes[2], left); err != ErrWrong {
		t.Errorf("the code was good twice: %v", err)
	}
}
