"""The English model of newsparse; importing this package loads neither torch nor stanza."""
