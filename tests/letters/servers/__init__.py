"""Mail servers on this machine, started by the tests that talk to them."""
