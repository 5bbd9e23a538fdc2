"""Corrects newsparse's labels in Prodigy: spans that may overlap, and a field with their attributes under the article.

prodigy newsparse.correct DATASET tasks.jsonl -F prodigy_recipe.py
"""

import json

import prodigy

LABELS = [
    "Content",
    "Cue",
    "Source",
    "Role",
    "Figure",
    "Numeral",
    "Person",
    "Organization",
    "Location",
    "Facility",
    "NORP",
    "Product",
    "Misc",
    "Date",
    "Money",
]


@prodigy.recipe(
    "newsparse.correct",
    dataset=("Dataset to save the answers to", "positional", None, str),
    source=("File made by newsparse bench prelabel", "positional", None, str),
)
def correct(dataset: str, source: str) -> dict[str, object]:
    """Stream the tasks of a file, as they are."""
    with open(source, encoding="utf-8") as stream:
        tasks = [json.loads(line) for line in stream if line.strip()]
    return {
        "dataset": dataset,
        "stream": tasks,
        "view_id": "blocks",
        "config": {
            "labels": LABELS,
            "blocks": [
                {"view_id": "spans_manual"},
                {
                    "view_id": "text_input",
                    "text": None,
                    "field_id": "attributes",
                    "field_label": "Attributes",
                    "field_rows": 16,
                },
            ],
        },
    }
