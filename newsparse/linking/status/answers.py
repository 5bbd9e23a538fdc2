"""The rules by which words answer what somebody else said: they dispute it, confirm it or take it back."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.linking.status.amounts import by_amount
from newsparse.linking.status.attitudes import by_attitude, by_disbelief
from newsparse.linking.status.calling import by_calling
from newsparse.linking.status.contraries import by_contrast, by_denial, by_distance, by_negation
from newsparse.linking.status.echoes import by_affirming, by_echo
from newsparse.linking.status.inventions import by_invention
from newsparse.linking.status.predicates import (
    by_exclamation,
    by_judgement,
    by_support,
)
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.retractions import by_admission, by_ceasing, by_revision, by_version
from newsparse.linking.status.suchlike import by_suchlike
from newsparse.linking.status.triggers import Reply, Trigger
from newsparse.linking.status.verbs import (
    by_clause,
    by_event,
    by_itself,
    by_retort,
    by_verb,
)
from newsparse.rules import Rule, RuleSet

REPLY: RuleSet[Trigger, Reply] = RuleSet(
    name="across.reply",
    summary="Whether words dispute, confirm or take back what somebody said",
    shown=lambda reply: reply.effect,
    rules=(
        Rule(
            name="across.reply.ceasing",
            summary="Somebody no longer thinks or says so",
            find=by_ceasing,
            fires="Ada Brook said the dam had leaked. Brook no longer believes that the dam had leaked.",
            quiet="Ada Brook said the dam had leaked. Brook no longer works at the dam.",
        ),
        Rule(
            name="across.reply.admission",
            summary="Somebody says that they were wrong themselves",
            find=by_admission,
            fires="Ada Brook said the dam had leaked. Brook admitted that she had been wrong about the dam.",
            quiet="Ada Brook said the dam had leaked. Brook admitted that she had been ill.",
        ),
        Rule(
            name="across.reply.revision",
            summary="One figure is put in the place of another",
            find=by_revision,
            fires="Erik Halle corrected the height of the dam to 69 metres from 68 metres.",
            quiet="Erik Halle raised the height of the dam to 69 metres from 68 metres.",
        ),
        Rule(
            name="across.reply.verb",
            summary="A verb of disputing, confirming or taking back has a word for a claim as its object",
            find=by_verb,
            fires="Ada Brook said the dam was safe. Erik Halle doubted this claim.",
            quiet="Ada Brook said the dam was safe. Erik Halle rejected the offer.",
        ),
        Rule(
            name="across.reply.retort",
            summary="A cue of words that are against those of somebody else",
            find=by_retort,
            fires='Ada Brook said the dam had leaked. "It was dry all year," Erik Halle countered.',
            quiet='Ada Brook said the dam had leaked. "It was dry all year," Erik Halle said.',
        ),
        Rule(
            name="across.reply.clause",
            summary="Such a verb has a clause as its object, which repeats a claim",
            find=by_clause,
            fires="Ada Brook said the dam had leaked. Erik Halle denied that the dam had leaked.",
            quiet="Ada Brook said the dam had leaked. Erik Halle said that the dam was old.",
        ),
        Rule(
            name="across.reply.itself",
            summary="A verb that says so without an object",
            find=by_itself,
            fires="Ada Brook said the dam had leaked. Erik Halle disagreed.",
            quiet="Ada Brook said the dam had leaked. Erik Halle agreed.",
        ),
        Rule(
            name="across.reply.event",
            summary="What was said is said not to have happened, or not to hold",
            find=by_event,
            fires='Ada Brook said the dam had leaked. "That did not happen," Erik Halle said.',
            quiet='Ada Brook said the dam had leaked. "It did not rain," Erik Halle said.',
        ),
        Rule(
            name="across.reply.judgement",
            summary="A word for a claim is said to be true or false",
            find=by_judgement,
            fires='Ada Brook said the dam had leaked. "That is false," Erik Halle said.',
            quiet='Ada Brook said the dam had leaked. "That is sad," Erik Halle said.',
        ),
        Rule(
            name="across.reply.calling",
            summary="A word for a claim is called false",
            find=by_calling,
            fires="Ada Brook said the dam had leaked. Erik Halle called her claim absurd.",
            quiet="Ada Brook said the dam had leaked. Erik Halle called her claim brave.",
        ),
        Rule(
            name="across.reply.support",
            summary="There is said to be no evidence for it",
            find=by_support,
            fires="Ada Brook said the dam had leaked. Erik Halle found no evidence for this.",
            quiet="Ada Brook said the dam had leaked. Erik Halle found evidence for this.",
        ),
        Rule(
            name="across.reply.attitude",
            summary="Somebody does not believe it",
            find=by_attitude,
            fires="Ada Brook said the dam had leaked. Erik Halle was sceptical of this.",
            quiet="Ada Brook said the dam had leaked. Erik Halle was sceptical of the plan.",
        ),
        Rule(
            name="across.reply.disbelief",
            summary="Somebody doubts a thing that was spoken of",
            find=by_disbelief,
            fires="Ada Brook said a flood was coming. Erik Halle has doubts about the flood.",
            quiet="Ada Brook said a flood was coming. Erik Halle told friends about the flood.",
        ),
        Rule(
            name="across.reply.amount",
            summary="A figure is said to be less or more",
            find=by_amount,
            fires="Ada Brook said 40 dams had leaked. Erik Halle said that it was far fewer.",
            quiet="Ada Brook said 40 dams had leaked. Erik Halle said that it was far away.",
        ),
        Rule(
            name="across.reply.invention",
            summary="Somebody is said to have made it up",
            find=by_invention,
            fires="Ada Brook said the dam had leaked. Erik Halle told the court that she had made this up.",
            quiet="Ada Brook said the dam had leaked. Erik Halle told the court that she had made the coat.",
        ),
        Rule(
            name="across.reply.contrast",
            summary="Somebody has a different story or view",
            find=by_contrast,
            fires="Ada Brook said the dam had leaked. The owners told another story.",
            quiet="Ada Brook said the dam had leaked. The owners told a story.",
        ),
        Rule(
            name="across.reply.suchlike",
            summary="There is said to be no such thing",
            find=by_suchlike,
            fires="Ada Brook said the dam had leaked. Erik Halle denied any such event.",
            quiet="Ada Brook said the dam had leaked. Erik Halle had never seen such rain.",
        ),
        Rule(
            name="across.reply.exclamation",
            summary="Quoted words only say that it is not so",
            find=by_exclamation,
            fires='Ada Brook said the dam had leaked. "Nonsense," Erik Halle said.',
            quiet='Ada Brook said the dam had leaked. "Thanks," Erik Halle said.',
        ),
        Rule(
            name="across.reply.distance",
            summary="What somebody said is said to be far from the truth",
            find=by_distance,
            fires='Ada Brook said the dam had leaked. "Nothing could be further from the truth," Erik Halle said.',
            quiet="Ada Brook said the dam had leaked. Erik Halle said the town was far from the dam.",
        ),
        Rule(
            name="across.reply.denial",
            summary="Somebody denies a part in it, or what a noun says of it",
            find=by_denial,
            fires="Ada Brook said the dam had leaked. Its owner, Erik Halle, denied any fault.",
            quiet="Ada Brook said the dam had leaked. Its owner, Erik Halle, denied the visitors entry.",
        ),
        Rule(
            name="across.reply.affirming",
            summary="What somebody finds or says repeats it",
            find=by_affirming,
            fires="Ada Brook said the dam had leaked. An inquiry found that the dam had indeed leaked.",
            quiet="Ada Brook said the dam had leaked. Indeed, it had rained for a week.",
        ),
        Rule(
            name="across.reply.echo",
            summary="Somebody says the same as whoever spoke before",
            find=by_echo,
            fires="Ada Brook said the dam had leaked. Erik Halle said the same.",
            quiet="Ada Brook said the dam had leaked. Erik Halle wore the same hat.",
        ),
        Rule(
            name="across.reply.version",
            summary="The sentence says what an earlier version gave",
            find=by_version,
            fires="Lime Works sold 45,000 lamps. | Lime Works sold 54,000 lamps. An earlier version said it was "
            "45,000 lamps.",
            quiet="Lime Works sold 45,000 lamps. | Lime Works sold 54,000 lamps. A version of this article was read.",
        ),
        Rule(
            name="across.reply.negation",
            summary="Somebody else says the same with a negation",
            find=by_negation,
            fires="Ada Brook said the dam had leaked. Erik Halle said the dam had not leaked.",
            quiet="Ada Brook said the dam had leaked. It had not rained. Erik Halle owns the dam.",
        ),
    ),
)
"""The rules for replies; the first with an answer decides."""


def replies(reading: Reading) -> Iterator[tuple[int, Reply, str]]:
    """The words that answer something, what they do, and the name of the rule."""
    if not reading.tree.known:
        return
    for word, token in enumerate(reading.index.tokens):
        trigger = Trigger(reading, word)
        decision = REPLY.decide(trigger, token.span) if trigger.listed else None
        if decision is not None:
            yield word, decision.found, decision.rule
