"""The three kinds of error that a person may see, told apart: theirs to mend, the machine's, ours.

Every message is one or more clear Persian sentences that name the file, the place and the remedy.
"""


class RasidegiError(Exception):
    """Something a person is told of; `exit_code` is what the command line leaves with."""

    exit_code = 1


class DataError(RasidegiError):
    """The data given is at fault: a file that can't be read, a value out of its range."""

    exit_code = 2


class UseError(RasidegiError):
    """The program was asked for something that the person or the moment does not allow."""

    exit_code = 3


class MachineError(RasidegiError):
    """The machine is at fault: disk full, file locked, folder not writable, font missing."""

    exit_code = 4
