package cluster

import (
	"errors"
	"fmt"
	"net"
	"runtime"
	"strconv"
	"syscall"
)

const loopbackIP = "127.0.0.1"

func loopback(port int) string { return net.JoinHostPort(loopbackIP, strconv.Itoa(port)) }

// ports are the loopback ports of the four services.
type ports struct{ frontend, history, matching, worker int }

// choosePorts checks the ports asked for and finds free ones for the rest.
func choosePorts(frontend, ui int) (ports, error) {
	if err := checkFree(ui, "--ui-port"); err != nil {
		return ports{}, err
	}
	if err := checkFree(frontend, "--temporal-port"); err != nil {
		return ports{}, err
	}
	free, err := freePorts(4)
	if err != nil {
		return ports{}, fmt.Errorf("find a free port: %w", err)
	}
	if frontend == 0 {
		frontend = free[0]
	}
	return ports{frontend: frontend, history: free[1], matching: free[2], worker: free[3]}, nil
}

// checkFree refuses a port that somebody listens on. The option named is the way round it.
func checkFree(port int, option string) error {
	if port == 0 {
		return nil
	}
	l, err := net.Listen("tcp", loopback(port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("port %d is taken: another SEND Panel or Temporal is running; stop it, or choose another with %s", port, option)
	}
	if err != nil {
		return fmt.Errorf("port %d: %w", port, err)
	}
	return l.Close()
}

// freePorts finds n different ports that nobody else will be given for a while.
func freePorts(n int) ([]int, error) {
	found := make([]int, n)
	for i := range found {
		l, err := net.Listen("tcp", loopback(0))
		if err != nil {
			return nil, err
		}
		defer l.Close() // together, at the end, so that no two are the same
		if err := rest(l); err != nil {
			return nil, err
		}
		found[i] = l.Addr().(*net.TCPAddr).Port
	}
	return found, nil
}

// rest keeps the kernel from handing the port out again as soon as it is closed.
//
// Linux picks free ports at random. A connection closed from the listener's side
// leaves the port in TIME_WAIT for a minute, during which it is not given to anyone
// who asks for any port, while the server may still ask for it by number. macOS and
// Windows give ports out in order and need none of this.
func rest(l net.Listener) error {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return nil
	}
	near, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return err
	}
	defer near.Close()
	far, err := l.Accept()
	if err != nil {
		return err
	}
	return far.Close() // before the near side, or it would be the one in TIME_WAIT
}
