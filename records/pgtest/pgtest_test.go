package pgtest

import (
	"database/sql"
	"testing"
)

func TestStart(t *testing.T) {
	db, err := sql.Open("pgx", Start(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE mine (n BIGINT)`); err != nil {
		t.Error(err)
	}
}
