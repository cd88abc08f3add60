"""A task's results as a Markdown table."""


def fastest(row, names):
    """The name and the time of the fastest; None where none has a time."""
    times = [(row.median(name), name) for name in names if row.median(name) is not None]
    return min(times) if times else None


def number(value, scale):
    if value is None:
        return "–"
    return f"{value * scale:.3g}" if value * scale < 1000 else f"{value * scale:.0f}"


def against(row, peers, group):
    """The peers a wish speaks of: all, those that are not NumPy, or NumPy."""
    if group is None:
        return peers
    return [name for name in peers if (name == "NumPy") == (group == "NumPy")]


def ratios(task, row, peers):
    """For each wish: the fastest peer, Recurrent's time by its, the wanted ratio, and whether it is met."""
    own = row.median("Recurrent")
    for group, wanted in task.wanted(row.case):
        best = fastest(row, against(row, peers, group))
        ratio = own / best[0] if own is not None and best else None
        judged = ["–", "–"] if ratio is None else [f"{ratio:.2f}", "yes" if ratio <= wanted else "no"]
        yield [best[1] if best else "–", judged[0], f"≤ {wanted:.2f}", judged[1]]


def table(task, rows, names):
    """Medians of all programs, and the ratios; below it the final losses, if there are any."""
    peers = [name for name in names if name != "Recurrent"]
    lines = [["", *names, "fastest", "ratio", "wanted", "met"]]
    for row in rows:
        cells = [row.case.label, *(number(row.median(name), task.scale) for name in names)]
        for ratio in ratios(task, row, peers):
            lines.append([*cells, *ratio])
            cells = [""] * len(cells)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    lines.insert(1, ["-" * (width - 1) + ":" if width > 1 else "-" for width in widths])
    text = [f"{task.title}\n"]
    text += [
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(line, widths)) + " |" for line in lines
    ]
    return "\n".join([*text, *losses(rows), ""])


def losses(rows):
    """Final losses, with a mark at a peer's that is not within 3 % of PyTorch's: all begin alike."""
    for row in rows:
        known = {name: loss for name, loss in row.losses.items() if loss is not None}
        if not known:
            continue
        reference = known.get("PyTorch")
        cells = []
        for name, loss in known.items():
            strange = name != "Recurrent" and reference and not abs(loss / reference - 1) <= 0.03
            cells.append(f"{name} {loss:.4g}" + (" (DIFFERS)" if strange else ""))
        yield "\nFinal losses: " + ", ".join(cells)
