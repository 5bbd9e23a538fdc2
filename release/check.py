"""Builds all packages, checks them, and installs their wheels on each Python there is: ``make release-check``.

What is installed parses the examples, with the newest and the lowest versions of the dependencies; the results must be
the same everywhere. Needs a package registry, and takes some minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECTS = (ROOT, ROOT / "benchmarks", *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml")))
PYTHONS = ("3.11", "3.12", "3.13")
TOOLS = ("build", "check-wheel-contents", "griffe", "hatchling", "twine", "uv")
EXTRAS = ("across", "english", "html", "tables")
ROUNDS = ("newest", "lowest")
"""Which versions of the dependencies are installed."""
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


EXAMPLE = "newsparse_polls"
"""The tutorial's plugin, which is installed but not published."""


class FailedError(Exception):
    """A check failed; the message says which command, and ends with what it printed."""


def main() -> None:
    """Run all checks; the exit status is 1 if one of them fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", help="only this version (3.12); may be repeated")
    parser.add_argument("--round", action="append", choices=ROUNDS, help="only this choice of dependencies")
    parser.add_argument("--dist", type=Path, help="keep what is to be published in this folder")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsparse-release-") as folder:
        try:
            check(Path(folder), asked.python or PYTHONS, asked.round or ROUNDS)
            if asked.dist is not None:
                shutil.copytree(Path(folder, "dist"), asked.dist, ignore=shutil.ignore_patterns(f"{EXAMPLE}-*"))
        except FailedError as error:
            sys.exit(str(error))


def check(folder: Path, versions: tuple[str, ...], rounds: tuple[str, ...]) -> None:
    """Build, check what was built, and install it everywhere."""
    tools, dist = folder / "tools", folder / "dist"
    run(sys.executable, "-m", "venv", tools)
    run(tools / "bin/pip", "install", "--quiet", *TOOLS)
    for project in PROJECTS:
        run(tools / "bin/python", "-m", "build", "--no-isolation", "--outdir", dist, project)
    wheels = sorted(dist.glob("*.whl"))
    run(tools / "bin/twine", "check", "--strict", *sorted(dist.iterdir()))
    run(tools / "bin/check-wheel-contents", *wheels)
    for wheel in wheels:
        say(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    public_names(tools)
    digests = {}
    for version, python in pythons(versions):
        for name in rounds:
            place = folder / f"{version}-{name}"
            digests[f"{version}, {name} dependencies"] = installed(tools, python, place, name, dist)
            shutil.rmtree(place)
    for where, digest in digests.items():
        say(f"Python {where}: {digest}")
    if len(set(digests.values())) > 1:
        raise FailedError("The results differ between environments.")


def pythons(versions: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """The interpreters there are, on the path or of pyenv; what is missing is named."""
    for version in versions:
        of_pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
        found = [*of_pyenv, *filter(None, [shutil.which(f"python{version}")])]
        if found:
            yield version, Path(found[0])
        else:
            say(f"Python {version} is not installed, and was left out.")


def installed(tools: Path, python: Path, place: Path, versions: str, dist: Path) -> str:
    """Install the wheels in a new environment and parse the examples; returns the digest of the results."""
    uv = tools / "bin/uv"
    own = [f"{named(wheel)} @ {wheel.as_uri()}" for wheel in sorted(dist.glob("*.whl"))]
    lowest = ["--resolution", "lowest-direct", "--only-binary", ":all:", *needed()] if versions == "lowest" else []
    run(uv, "venv", "--quiet", "--python", python, place)
    run(uv, "pip", "install", "--quiet", "--python", place, *own, *lowest)
    run(uv, "pip", "check", "--quiet", "--python", place)
    say(f"{place.name}: {size(place) / 1e6:,.0f} MB installed")
    command = place / "bin/newsparse"
    run(command, "plugins")
    run(command, "bench", "validate", ROOT / "benchmarks/newsparse_bench/articles/dev")
    results = run(command, "parse", *EXAMPLES)
    return hashlib.sha256(results.encode()).hexdigest()[:16]


def named(wheel: Path) -> str:
    """The name of the distribution in a wheel, with the extras that are checked."""
    name = wheel.name.partition("-")[0]
    return f"{name}[{','.join(EXTRAS)}]" if name == "newsparse" else name


def needed() -> list[str]:
    """What our packages need: for the lowest versions a resolver wants to be given all, and not only our own."""
    found: set[str] = set()
    for project in PROJECTS:
        section = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
        extras = section.get("optional-dependencies", {})
        found |= {*section["dependencies"], *(item for name in EXTRAS for item in extras.get(name, ()))}
    return sorted(item for item in found if not item.startswith("newsparse"))


def public_names(tools: Path) -> None:
    """Compare the public names with those of the last release, if there is one."""
    tags = run("git", "tag", "--sort=-creatordate", "--merged").split()
    if tags:
        say(run(tools / "bin/python", ROOT / "release/names.py", tags[0]))
    else:
        say("There is no release yet with whose public names these could be compared.")


def size(place: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file() and not path.is_symlink())


def run(*command: str | Path) -> str:
    """What a command prints; raises ``FailedError`` if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise FailedError(f"{' '.join(words)} failed:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def say(words: str) -> None:
    """A line of the report."""
    print(words, flush=True)


if __name__ == "__main__":
    main()
