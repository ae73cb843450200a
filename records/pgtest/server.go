package pgtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// patience is how long a server may take to start.
const patience = 60 * time.Second

// server is a running throw-away PostgreSQL on the loopback address.
type server struct {
	folder  string
	port    int
	process *exec.Cmd
	ended   chan error
}

// installed is the folder with the programs of the newest PostgreSQL on the machine.
func installed() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if _, err := exec.LookPath("postgres"); err == nil {
			return filepath.Dir(path), nil
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // as Debian lays it out
	if len(found) == 0 {
		return "", errors.New("no PostgreSQL is installed")
	}
	slices.SortFunc(found, func(a, b string) int { return version(b) - version(a) })
	return filepath.Dir(found[0]), nil
}

func version(initdb string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(initdb))))
	return n
}

// launch makes a cluster in a temporary folder and starts it. It trusts every caller, so it listens on loopback only.
func launch(bin string) (*server, error) {
	folder, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		return nil, err
	}
	s := &server{folder: folder, ended: make(chan error, 1)}
	if err := s.start(bin); err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, nil
}

func (s *server) start(bin string) error {
	as, err := handOver(s.folder)
	if err != nil {
		return err
	}
	data := filepath.Join(s.folder, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N")
	initdb.SysProcAttr, initdb.Dir = as, s.folder
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	if s.port, err = freePort(); err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(s.folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close() // the server has its own handle
	s.process = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(s.port), "-k", s.folder,
		"-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "full_page_writes=off")
	s.process.SysProcAttr, s.process.Dir, s.process.Stdout, s.process.Stderr = as, s.folder, log, log
	if err := s.process.Start(); err != nil {
		return err
	}
	go func() { s.ended <- s.process.Wait() }()
	return s.await()
}

func (s *server) url() string {
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", s.port)
}

// await waits until the server answers.
func (s *server) await() error {
	db, err := sql.Open("pgx", s.url())
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		if err = db.PingContext(ctx); err == nil {
			return nil
		}
		select {
		case ended := <-s.ended:
			log, _ := os.ReadFile(filepath.Join(s.folder, "log"))
			return fmt.Errorf("the server ended at once: %v\n%s", ended, log)
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("the server does not answer: %w", err), s.process.Process.Kill())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// stop ends the server, by force where it must, and removes its folder.
func (s *server) stop() error {
	wait := 20 * time.Second
	if err := s.process.Process.Signal(os.Interrupt); err != nil { // what PostgreSQL calls a fast shutdown
		wait = 0
	}
	var err error
	select {
	case <-s.ended:
	case <-time.After(wait):
		err = s.process.Process.Kill()
		<-s.ended
	}
	return errors.Join(err, os.RemoveAll(s.folder))
}

// freePort finds a port that nobody listens on. Another process may take it before the server does; then the server
// says so.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}
