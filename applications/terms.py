"""The terms that a member accepts are a page of the Amt's editors; this names their version, kept with each consent."""

TERMS_VERSION = "2026-11"
