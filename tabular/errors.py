"""What the reader says when a file cannot be read."""


class Unreadable(Exception):
    """A file that gives no rows; `rule` is a stable word, `params` what was found.

    Rules: empty_file, wrong_type (found), password, broken (kind), no_table (sheets), two_tables (tables),
    archive (why: zip, nested, bomb, entries, path), too_large (limit), cell_too_long (limit), no_sheet (sheet, sheets).
    """

    def __init__(self, rule: str, **params: object) -> None:
        super().__init__(rule, params)
        self.rule = rule
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.rule} ({details})" if details else self.rule
