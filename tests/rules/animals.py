"""A small set of rules: which animal a text names."""

from __future__ import annotations

from newsparse.rules import Rule, RuleSet, where


def rule(name, find, **more):
    return Rule(name=f"test.animal.{name}", summary=name, find=find, fires="", quiet="", **more)


ANIMALS = RuleSet(
    name="test.animal",
    summary="which animal a text names",
    rules=(
        rule("cat", lambda text: "cat" if "cat" in text else None),
        rule("dog", where(lambda text: "dog" in text, "dog")),
        rule("meows", lambda text: "cat" if "meow" in text else None),
        rule("short", lambda text: "ant", applies=lambda text: len(text) < 5),
    ),
    features=lambda text, animal: {"place": float(text.find(animal))},
)
