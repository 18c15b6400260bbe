"""What a command raises where it cannot go on: one line for the user, exit status 2."""


class UsageError(Exception):
    """The command line asks for something that cannot be done; the message says what to write instead."""


class StreamError(Exception):
    """A standard stream cannot be read or written; the message says why."""


class ClosedPipeError(Exception):
    """The reader of standard output went away: nothing more to do, and nothing to say."""
