"""Writes formulas.json: the structure that another converter gives each formula of formulas.txt.

    pip install latex2mathml==3.81.1
    python make-formulas.py            writes formulas.json beside this file

A structure is a nested list: an element's name and its children, or its name and its text. NormalForm.swift says
what is left out of it and does the same to the formulas' own MathML.
"""

import json
import pathlib
import platform
import xml.etree.ElementTree as ElementTree
from importlib.metadata import version

from latex2mathml.converter import convert

FOLDER = pathlib.Path(__file__).parent
ROWS = {"math", "mrow", "mstyle", "mpadded"}
INVISIBLE = {"", "\u2061", "\u2062", "\u2063", "\u2064"}
TOKENS = {"mi": "sign", "mo": "sign", "mn": "mn", "mtext": "mtext"}
PARTS = {"msqrt", "mtd", "mphantom"}
STACKS = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
# One character for signs that look alike.
SAME = {
    "-": "−", "*": "∗", "∥": "‖", "^": "ˆ", "\u0302": "ˆ", "~": "˜", "∼": "˜", "¯": "‾", "―": "‾", "_": "‾",
    "·": "⋅",
}


def normal(element):
    """What an element comes to: no node, one, or several for a row."""
    name = element.tag.split("}")[-1]
    if name == "mspace":
        return []
    if name in TOKENS:
        text = "".join(element.itertext()).replace("\u00a0", " ").replace("\u2009", "").strip()
        return [] if text in INVISIBLE else [[TOKENS[name], SAME.get(text, text)]]
    children = [normal(child) for child in element]
    if name in ROWS:
        return [node for child in children for node in child]
    if name in PARTS:
        return [[name] + [node for child in children for node in child]]
    return with_primes_beside(
        STACKS.get(name, name), [child[0] if len(child) == 1 else ["mrow"] + child for child in children])


def with_primes_beside(name, parts):
    """A node, its primes beside the base and not above it."""
    if name in {"msup", "msubsup"} and parts[-1] in (["sign", "′"], ["sign", "″"]):
        base = parts[0][1:] if parts[0][0] == "mrow" else [parts[0]]
        if name == "msup":
            return base + [parts[-1]]
        return [["msub", ["mrow"] + base + [parts[-1]], parts[1]]]
    return [[name] + parts]


def structure(mathml):
    return normal(ElementTree.fromstring(mathml))


def main():
    formulas = [line for line in (FOLDER / "formulas.txt").read_text().splitlines() if line]
    entries = []
    for latex in formulas:
        try:
            entries.append({"latex": latex, "structure": structure(convert(latex, display="block"))})
        except Exception as error:
            entries.append({"latex": latex, "failure": type(error).__name__})
    fixture = {
        "made by": "make-formulas.py",
        "versions": {"python": platform.python_version(), "latex2mathml": version("latex2mathml")},
        "formulas": entries,
    }
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    head = json.dumps({k: v for k, v in fixture.items() if k != "formulas"}, ensure_ascii=False)
    (FOLDER / "formulas.json").write_text(head[:-1] + ', "formulas": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
