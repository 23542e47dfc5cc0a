"""A table of what tables reach on sets."""
from learn import measures
from learn.observations import extracted

FIGURES = (("shingle F1", ".4f"), ("word F1", ".4f"), ("articles", ".4f"), ("kept", ".1%"), ("leaked", ".1%"),
           ("title", ".1%"), ("author", ".1%"), ("date", ".1%"))
OF_ROWS = {"shingle": "shingle F1", "all": "word F1", "article": "articles", "kept": "kept", "leaked": "leaked",
           "title": "title", "author": "author", "publish_date": "date"}


def figures_of(pages, guesses):
    figures = {}
    for name, value, _ in measures.report(pages, guesses):
        if name in OF_ROWS:
            figures[OF_ROWS[name]] = value[2] if isinstance(value, tuple) else value
    return figures


class Table:
    def __init__(self, datasets, names, say):
        self.datasets, self.names, self.say = datasets, names, say
        self.rows = {name: [] for name in names}  # of each set: (column, figures)

    def measure(self, column, programs_by_set):
        for name, programs in programs_by_set.items():
            guesses = extracted(self.datasets[name], programs)
            figures = figures_of(self.datasets[name].pages.values(), guesses)
            self.say(f"{name}, {column}: " + ", ".join(f"{figure} {figures[figure]:{form}}" for figure, form in FIGURES
                                                       if figure in figures))
            self.rows[name].append((column, {name: value for name, value in figures.items() if name not in programs.not_fitted}))

    def measure_folds(self, column, folds, names):
        """Each page by the tables that were fitted without its site."""
        for name in names:
            self.say(f"measuring {name}, {column}")
            dataset, guesses = self.datasets[name], {}
            for selection, programs in folds:
                guesses.update((page, guess) for page, guess in extracted(dataset, programs).items()
                               if page in dataset.pages and not selection.has(dataset, page))
            self.rows[name].append((column, figures_of(dataset.pages.values(), guesses)))

    def text(self):
        lines = ["| set | tables | " + " | ".join(name for name, _ in FIGURES) + " |", "|---" * (len(FIGURES) + 2) + "|"]
        for name in self.names:
            for column, figures in self.rows[name]:
                cells = [format(figures[figure], form) if figure in figures else "" for figure, form in FIGURES]
                lines.append(f"| {name} | {column} | " + " | ".join(cells) + " |")
        return "\n".join(lines)
