"""The names of what keeps a file from loading; the names of checks stand with the checks."""

from typing import Literal

LoadCode = Literal[
    # the file
    "missing_file",
    "refused_file",
    "not_utf8",
    "invisible_character",
    "empty_file",
    "yaml_syntax",
    "refused_yaml",
    # its keys and values
    "duplicate_key",
    "unknown_key",
    "missing_key",
    "missing_text",
    "misplaced_key",
    "misplaced_text",
    "wrong_type",
    "unknown_word",
    "wrong_name",
    "out_of_range",
    "count_over_total",
    "odd_arm",
    "odd_scale",
    "odd_standing",
    "odd_figure",
    "rule_without_fact",
    # what names what
    "unknown_id",
    "repeated_id",
    "unknown_instrument",
    "unknown_level",
    "unknown_fact",
    # what a pack must hold
    "option_count",
    "status_quo_count",
    "missing_cell",
    "missing_standing",
    "standing_without_source",
    "off_scale",
    "gate_without_source",
    "gate_without_option",
    "missing_arm",
    "extra_arm",
    "blank_name",
    "repeated_name",
    "right_choice_count",
    "review_before_publication",
    "falling_widening",
]
"""One word for each kind of fault a pack does not load with."""
