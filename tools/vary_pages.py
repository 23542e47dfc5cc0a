#!/usr/bin/env python3
"""Labelled pages again, each with other parts put beside its article.

usage: vary_pages.py SET OUT [EACH]

Writes a set of the same form into OUT: every page of SET that is an article, or every EACH-th, gets one to three of a
list of comments, a column of teasers and other posts in full, as many kinds of sites write them,
around the text that is known.  The words come from other pages of the set.  What the article is stays the
same, or is cut after a few paragraphs, so the set teaches that an article is one however short it
is and however long its neighbours are.
"""
import gzip
import html
import json
import random
import re
import sys
from pathlib import Path

SENTENCE = re.compile(r"[^.!?。！？\n]{15,}[.!?。！？]+")
NAMES = ("Anna", "John R.", "medfan", "Maria Lopez", "Peter W", "guest", "K. Braun", "lee22", "Sofia", "Admin")
DATES = ("March 3, 2012 at 4:15 pm", "12.05.2016 um 10:04", "2023-04-01", "3 days ago", "Oct 9, 2009", "2 May 2020")


def sentences_of(pages):
    return [(page["id"], found) for page in pages
            for found in [SENTENCE.findall(page["main_content"])] if len(found) >= 5]


class Words:
    """Sentences of other pages."""

    def __init__(self, pages, chance, own):
        self.pages, self.chance, self.own = pages, chance, own

    def take(self, least):
        """A run of sentences of at least so many words."""
        while True:
            name, sentences = self.chance.choice(self.pages)
            if name != self.own:
                break
        start = self.chance.randrange(len(sentences))
        taken, words = [], 0
        for sentence in sentences[start:] + sentences[:start]:
            taken.append(sentence.strip())
            words += max(len(sentence.split()), len(sentence) // 8)
            if words >= least:
                break
        return " ".join(taken)

    def title(self):
        return " ".join(self.take(5).split()[:self.chance.randint(4, 11)])[:90].rstrip(".,")


def escaped(text):
    return html.escape(text, quote=False)


def comments(words, chance):
    form = chance.randrange(6)
    long = chance.choice((8, 20, 40, 90))
    entries = []
    for i in range(chance.choice((1, 3, 8, 20, 60))):
        text = escaped(words.take(chance.randint(3, long)))
        name, date = chance.choice(NAMES), chance.choice(DATES)
        entries.append((
            f'<li class="comment depth-1" id="comment-{i}"><div class="comment-author vcard"><cite>{name}</cite> says:</div><div class="comment-meta"><a href="#c{i}">{date}</a></div><p>{text}</p><div class="reply"><a href="?r={i}">Reply</a></div></li>',
            f'<div class="row"><b>{name}</b><br>{text}<br><i>{date}</i></div>',
            f'<div class="c-item"><span class="who">{name}</span> <span>{date}</span><div><p>{text}</p></div></div>',
            f'<dt><a href="/u/{i}">{name}</a> said...</dt><dd><p>{text}</p></dd><dd><a href="#{i}">{date}</a></dd>',
            f'<article class="comment-body"><footer><b>{name}</b> <time>{date}</time></footer><div class="comment-content"><p>{text}</p></div></article>',
            f'<table><tr><td>{name}<br>{date}</td><td>{text}</td></tr></table>')[form])
    body = "\n".join(entries)
    count = len(entries)
    heading = chance.choice((f"<h3>{count} Comments</h3>", f"<h2>{count} Responses</h2>", "<h3>Leave a Reply</h3>",
                             "<h4>What readers say</h4>", "", f"<p>{count} comments</p>"))
    return (f'<div id="comments">{heading}<ol class="commentlist">{body}</ol><div id="respond"><form><h3>Leave a Reply</h3><label>Name</label><input></form></div></div>',
            f"<div>{heading}{body}</div>",
            f'{heading}<div class="thread">{body}</div>',
            f'<div class="comments" id="comments">{heading}<dl id="comments-block">{body}</dl></div>',
            f'<section class="comments-area">{heading}{body}</section>',
            f"{heading}{body}")[form]


def teasers(words, chance):
    form = chance.randrange(6)
    entries = []
    long = chance.choice((12, 30, 70))
    end = chance.choice((" ...", " […]", "…", "..", " ..."))
    for i in range(chance.choice((3, 6, 10, 20, 35))):
        title, text = escaped(words.title()), escaped(words.take(long)[:long * 7])
        entries.append((
            f'<h3><a href="/p{i}">{title}</a></h3><p>{text}{end}</p>',
            f'<li class="widget-item"><a href="/p{i}">{title}</a> <span>{chance.choice(DATES)}</span><p>{text}{end}</p></li>',
            f'<article class="post teaser"><h2 class="entry-title"><a href="/p{i}">{title}</a></h2><div class="entry-summary"><p>{text}{end} <a href="/p{i}">Read more</a></p></div></article>',
            f'<div class="item"><a href="/p{i}"><strong>{title}</strong></a><div>{text}{end}</div></div>',
            f'<div><h4>{title}</h4><p>{text}</p><a href="/p{i}">Learn more</a></div>',
            f'<p><a href="/p{i}">{title}</a><br>{text}{end}</p>')[form])
    body = "\n".join(entries)
    heading = chance.choice(("<h3>Recent Posts</h3>", "<h2>Related articles</h2>", "", "<h2>More news</h2>", "<h4>You may also like</h4>"))
    return chance.choice((f'<div id="sidebar">{heading}{body}</div>',
                          f"<div>{heading}{body}</div>",
                          f'<aside id="secondary" class="widget-area"><section class="widget">{heading}{body}</section></aside>',
                          f'<div class="col-md-4">{heading}{body}</div>',
                          f'<div class="related-posts">{heading}{body}</div>',
                          f"<aside>{heading}{body}</aside>",
                          f'<td valign="top">{heading}{body}</td>'))


def posts(words, chance):
    """Other posts in full."""
    form = chance.randrange(3)
    entries = []
    for i in range(chance.randint(1, 4)):
        title = escaped(words.title())
        text = "".join(f"<p>{escaped(words.take(chance.randint(20, 80)))}</p>" for _ in range(chance.randint(2, 6)))
        entries.append((f'<div class="post"><h2><a href="/p{i}">{title}</a></h2><div class="entry">{text}</div><p class="postmetadata">Posted on {chance.choice(DATES)}</p></div>',
                        f'<article><header><h2><a href="/p{i}">{title}</a></h2></header>{text}</article>',
                        f"<div><h2>{title}</h2>{text}</div>")[form])
    return "\n".join(entries)


def place_of(page, words, last):
    """Where the text begins or ends in the page's source, or -1."""
    for run in ((8, 5, 4) if len(words) >= 4 else ()):
        piece = words[-run:] if last else words[:run]
        found = [match.end() if last else match.start()
                 for match in re.finditer(r"\s+".join(map(re.escape, piece)), page)]
        if found:
            return found[-1] if last else found[0]
    return -1


def shorten(page, truth, chance):
    """The page and its text without all but the first lines, or both as they are."""
    lines = [line for line in truth.split("\n") if line.strip()]
    long = [number for number, line in enumerate(lines) if len(line.split()) >= 12]
    if len(long) < 5:
        return page, truth
    kept = lines[:long[chance.randint(1, 3)] + 1]
    start, end = place_of(page, kept[-1].split(), True), place_of(page, lines[long[-1]].split(), True)
    if start < 0 or end <= start:
        return page, truth
    end = page.find(">", page.find("</", end)) + 1 or end  # the end of the last one, too
    rest = re.sub(r"<(p|li|h[2-6]|blockquote)\b[^>]*>.*?</\1\s*>", "", page[start:end], flags=re.S | re.I)
    return page[:start] + rest + page[end:], "\n".join(kept)


def vary(page, truth, words, chance):
    kinds = chance.sample((comments, comments, teasers, teasers, posts), chance.choice((1, 1, 2, 3)))
    lines = [line.split() for line in truth.split("\n") if len(line.split()) >= 4]
    for kind in kinds:
        part = kind(words, chance)
        first = place_of(page, lines[0], False) if lines else -1
        last = place_of(page, lines[-1], True) if lines else -1
        before = kind is teasers and chance.random() < 0.3
        if before and first >= 0:
            opens = [match.start() for match in re.finditer(r"<(?:div|td|main|section|article)\b", page[:first], re.I)]
            place = opens[-chance.randint(2, 4)] if len(opens) >= 4 else -1
        elif last >= 0:
            closes = [match.end() for match in re.finditer(r"</(?:div|section|article|main)>", page[last:], re.I)]
            place = last + closes[min(len(closes) - 1, chance.choice((0, 0, 1, 1, 2, 3, 5)))] if closes else -1
        else:
            place = -1
        if place < 0:
            place = page.lower().rfind("</body")
        if place < 0:
            continue
        page = page[:place] + "\n" + part + "\n" + page[place:]
    return page


def read_page(folder, name):
    for path in (folder / f"{name}.html.gz", folder / f"{name}.html"):
        if path.exists():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                return None
    return None


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.split("usage: ", 1)[1])
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    each = int(sys.argv[3]) if len(sys.argv) == 4 else 1
    pages = [json.loads(line) for line in open(source / "ground-truth.jsonl", encoding="utf-8")]
    pages = [page for page in pages if page.get("main_content") and page.get("type", "article") == "article"]
    known = sentences_of(pages)
    (out / "html").mkdir(parents=True, exist_ok=True)
    with open(out / "ground-truth.jsonl", "w", encoding="utf-8") as truths:
        for page in pages[::each]:
            html_text = read_page(source / "html", page["id"])
            if html_text is None:
                continue
            chance = random.Random(page["id"])
            if chance.random() < 0.4:
                html_text, page["main_content"] = shorten(html_text, page["main_content"], chance)
            varied = vary(html_text, page["main_content"], Words(known, chance, page["id"]), chance)
            (out / "html" / f"{page['id']}.html.gz").write_bytes(gzip.compress(varied.encode("utf-8"), 1, mtime=0))
            truths.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
