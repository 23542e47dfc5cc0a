"""Published measures of extraction, so that figures compare with those of other extractors."""
from collections import Counter
from statistics import mean

from learn.datasets import WORD, is_unspaced, space_signs, words_of

SHINGLE_WORDS = 4
DAY_LETTERS = len("YYYY MM DD")
METADATA = (("title", "title"), ("author", "byline"), ("publish_date", "date"))


def shingles(text):
    """The bag of runs of four words; a shorter text is one run."""
    words = WORD.findall(text or "")
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    return Counter(run for run in (tuple(words[i:i + SHINGLE_WORDS]) for i in range(last)) if run)


def _f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def shingle_f1(pairs):
    """(precision, recall, F1) of pairs (truth, guess): F1 of the mean precision and mean recall.

    A page without a guess has no precision, and one without a truth no recall."""
    precisions, recalls = [], []
    for truth, guess in pairs:
        truth, guess = shingles(truth), shingles(guess)
        hits = sum((truth & guess).values())
        given, wanted = sum(guess.values()), sum(truth.values())
        if given:
            precisions.append(hits / given)
        if wanted:
            recalls.append(hits / wanted)
    precision, recall = mean(precisions or [0]), mean(recalls or [0])
    return precision, recall, _f1(precision, recall)


def word_f1(truth, guess):
    """(precision, recall, F1) of the bags of words of one page."""
    truth, guess = Counter(words_of(truth)), Counter(words_of(guess))
    if not truth or not guess:
        return (float(truth == guess),) * 3
    hits = sum((truth & guess).values())
    precision, recall = hits / sum(guess.values()), hits / sum(truth.values())
    return precision, recall, _f1(precision, recall)


def mean_word_f1(pairs):
    scores = [word_f1(truth, guess) for truth, guess in pairs]
    return tuple(mean(score[i] for score in scores) for i in range(3))


def snippet_rate(pages, guesses, key, is_strict):
    """The mean share of a page's snippets that its guess has, or None where no page has any.

    Not strict, white space is taken as one space: snippets may then cross blocks."""
    def tidy(text):
        return text.lower() if is_strict else " ".join(text.lower().split())

    rates = []
    for page in pages:
        if page.get(key):
            text = tidy(guesses.get(page["id"], {}).get("text") or "")
            rates.append(mean(tidy(snippet) in text for snippet in page[key]))
    return mean(rates) if rates else None


def squash(text):
    return " ".join(words_of(text))


def metadata_share(pages, guesses, key, given):
    """(share, count) of the pages whose `key` is known and given right, punctuation aside."""
    cut = DAY_LETTERS if key == "publish_date" else None
    known = [page for page in pages if page.get(key)]
    right = sum(squash(page[key])[:cut] == squash(guesses.get(page["id"], {}).get(given))[:cut] for page in known)
    return (right / len(known) if known else None), len(known)


def text_pairs(pages, guesses):
    """(page, truth, guess) of all pages whose text is known."""
    for page in pages:
        if "main_content" in page:
            truth, guess = page["main_content"], guesses.get(page["id"], {}).get("text", "")
            if is_unspaced(page):
                truth, guess = space_signs(truth), space_signs(guess)
            yield page, truth or "", guess or ""


def report(pages, guesses):
    """Every measure that the pages' truth allows, as (name, figures) in the order of printing."""
    pages = list(pages)
    texts = list(text_pairs(pages, guesses))
    rows = []
    if texts:
        rows.append(("shingle", shingle_f1((truth, guess) for _, truth, guess in texts), len(texts)))
        rows.append(("all", mean_word_f1((truth, guess) for _, truth, guess in texts), len(texts)))
        for sort in sorted({page.get("type", "article") for page, _, _ in texts}):
            pairs = [(truth, guess) for page, truth, guess in texts if page.get("type", "article") == sort]
            rows.append((sort, mean_word_f1(pairs), len(pairs)))
    for key, name in (("with", "kept"), ("without", "leaked")):
        rate = snippet_rate(pages, guesses, key, bool(texts))
        if rate is not None:
            rows.append((name, rate, None))
    for key, given in METADATA:
        share, count = metadata_share(pages, guesses, key, given)
        if share is not None:
            rows.append((key, share, count))
    return rows
