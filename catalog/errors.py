"""What the catalogue refuses to do."""


class TooLarge(Exception):
    """The file is larger than the house takes; `limit` in bytes."""

    def __init__(self, limit: int):
        super().__init__(limit)
        self.limit = limit


class RangeQuestion(Exception):
    """ "My whole range" would take too much of it offline without a clear yes; `vanished` articles of `online`."""

    def __init__(self, vanished: int, online: int):
        super().__init__(vanished, online)
        self.vanished, self.online = vanished, online


class Closed(Exception):
    """Nothing can be said about this import now: it is being taken over or back, or it is over."""
