"""query.py PASSAGES COPIES FOLDER: what query.sh measures on.

Writes to FOLDER pages.ndjson (a page a passage), passages.tsv (number TAB text) and queries.tsv
(class TAB words).  Copies after the first have every tenth word changed, so that the vocabulary
grows with them.
"""
import collections
import gzip
import html
import json
import random
import re
import sys

passages_file, copies, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
WORD = re.compile(r"[a-z]+")
PAGE = ('<!doctype html><html lang="en"><meta charset="utf-8"><title>{}</title>'
        "<article><p>{}</p></article></html>")
# Words that one engine or another does not index.
STOP = set("about above after again against all also and any are because been before being below "
           "between both but can could did does down during each either for from further had has "
           "have her here how into its may might more most much must nor not now off once only "
           "other our out over own same shall she should some such than that the their them then "
           "there these they this those through too under until upon very was well were what when "
           "where which while who whom why will with within without would you your used using use "
           "one two three".split())


def changed(text, copy):
    """The text with every tenth word made another one."""
    words = text.split(" ")
    for place in range(copy % 10, len(words), 10):
        words[place] += chr(ord("a") + copy)
    return " ".join(words)


frequency = collections.Counter()
texts = []
seen = set()
with gzip.open(passages_file, "rt") as lines:
    for line in lines:
        text = line.rstrip("\n").split("\t", 1)[1]
        if text not in seen:  # palpate would fold copies into one
            seen.add(text)
            texts.append(text)
            frequency.update(set(WORD.findall(text.lower())))

with open(folder + "/pages.ndjson", "w") as pages, open(folder + "/passages.tsv", "w") as plain:
    number = 0
    for copy in range(copies):
        for text in texts:
            given = changed(text, copy) if copy else text
            number += 1
            escaped = html.escape(given)
            page = PAGE.format("Passage %d" % number, escaped)
            pages.write(json.dumps({"url": "https://example.org/%d" % number, "html": page}) + "\n")
            plain.write("%d\t%s\n" % (number, given))

random.seed(1)
count = len(texts)
common = [word for word, n in frequency.items()
          if n > count / 50 and len(word) > 3 and word not in STOP]
common.sort(key=lambda word: (-frequency[word], word))
queries = [("common term", word) for word in common[:100]]


def is_usable(word):
    return len(word) > 3 and word not in STOP and count / 2000 < frequency[word] < count / 10


def pairs(adjacent):
    """200 pairs of words that stand in one passage."""
    found = []
    while len(found) < 200:
        words = WORD.findall(random.choice(texts).lower())
        if len(words) < 8:
            continue
        first = random.randrange(len(words) - 1)
        second = first + 1 if adjacent else random.randrange(len(words))
        if is_usable(words[first]) and is_usable(words[second]) and words[first] != words[second]:
            found.append(words[first] + " " + words[second])
    return found


queries += [("and", pair) for pair in pairs(False)]
queries += [("or", pair) for pair in pairs(False)]
queries += [("phrase", pair) for pair in pairs(True)]
with open(folder + "/queries.tsv", "w") as out:
    for kind, words in queries:
        out.write(kind + "\t" + words + "\n")
