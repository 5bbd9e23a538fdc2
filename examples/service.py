"""For engineers: a web service that returns the quotes of an article as JSON.

``uvicorn --app-dir examples service:app`` starts it, with ``fastapi`` and ``uvicorn`` installed. With ``httpx`` too,
``python examples/service.py`` asks it one question without a server, and prints::

    200 Ada Brook: We lost four ships,
"""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel

import newsparse

app = FastAPI(title="Quotes")
nlp = newsparse.load("en", threads=1)


class Article(BaseModel):
    """What a client sends."""

    text: str


@app.post("/quotes")
def quotes(article: Article) -> dict[str, object]:
    """The quotes of an article with their speakers, and the failures if there were any."""
    return nlp(article.text).to_dict(layers=["quotes"])


def main() -> None:
    """Ask for the quotes of one sentence."""
    answer = TestClient(app).post("/quotes", json={"text": "“We lost four ships,” said Ada Brook."})
    for quote in answer.json()["layers"]["quotes"]:
        print(answer.status_code, f"{quote['speaker']['name']}: {quote['text']}")


if __name__ == "__main__":
    main()
