#!/usr/bin/env python3
"""Make a web site of article pages out of real passages, for measuring speed.

usage: make_site.py TEXT PAGES OUT [--gzip | --ndjson]

TEXT   lines "id TAB passage", also gzip
PAGES  how many; page N is the same whatever their number
OUT    a folder, which gets 1,000 pages a folder, with --gzip as .html.gz; with --ndjson a file of
       lines {"url", "html"}

A page has 4 to 14 passages under 2 to 5 headings, some as lists, and around them what real sites
have: styles and scripts, JSON-LD, a menu, a cookie bar, breadcrumbs, a share box, recent posts,
comments and a form for more, a footer, in one of four layouts; 15 to 60 KB in all.  Where the text
is used up, pages mix sentences of several passages, so that no page repeats another.
"""
import argparse
import gzip
import html
import json
import random
import re
import sys
from pathlib import Path

SITE = "Harbour Street Therapy"
SUBJECTS = ("Shoulder pain", "Knee osteoarthritis", "Heel pain", "Neck stiffness", "Headache", "Sciatica", "Ankle sprain",
            "Scar care", "Posture at work", "Hand therapy", "Running injuries", "Balance and falls")
SECTIONS = ("What it is", "How it feels", "Why it happens", "Who gets it", "Tests", "What helps", "Exercises at home",
            "When to get help", "What to avoid", "How long it takes", "Common questions")
PEOPLE = ("Ana", "Bram", "Chidi", "Dagny", "Emre", "Fumi", "Grace", "Hugo")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
PASSAGES_A_PAGE = 9  # on average: where the next page's text begins


def read_passages(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", 1)[-1] for line in lines if line.strip()]


def text_of(chance, number, passages):
    """The passages of a page: those that follow the page before, or a mixture of sentences."""
    count = chance.randint(4, 14)
    first = number * PASSAGES_A_PAGE
    if first + count < len(passages):
        return passages[first:first + count]
    mixed = [sentence for _ in range(2 * count) for sentence in SENTENCE_END.split(chance.choice(passages))]
    chance.shuffle(mixed)
    each = max(1, len(mixed) // count)
    return [" ".join(mixed[i * each:(i + 1) * each]) for i in range(count) if mixed[i * each:]]


def block_of(chance, passage):
    sentences = SENTENCE_END.split(passage)
    if len(sentences) > 2 and chance.random() < 0.25:
        kind = chance.choice(("ul", "ol"))
        return f"<{kind}>{''.join(f'<li>{html.escape(s)}</li>' for s in sentences)}</{kind}>"
    return f"<p>{html.escape(passage)}</p>"


def article_of(chance, passages):
    """(title, HTML of the article without its title)"""
    title = " ".join(passages[0].split()[:chance.randint(4, 9)]).rstrip(".,;:")
    sections = chance.sample(SECTIONS, k=min(5, max(2, len(passages) // 3)))
    each = -(-len(passages) // len(sections))
    parts = []
    for i, section in enumerate(sections):
        anchor = f' id="{section.lower().replace(" ", "-")}"' if chance.random() < 0.7 else ""
        parts.append(f"<h2{anchor}>{section}</h2>")
        parts += [block_of(chance, passage) for passage in passages[i * each:(i + 1) * each]]
    return title, "\n".join(parts)


def head_of(chance, number, title, author, day):
    rules = "".join(f".section-block-number-{i}{{padding:{i % 7}px;background:#{chance.randrange(1 << 24):06x};margin:0 auto}}"
                    for i in range(chance.randint(80, 400)))
    data = json.dumps({"@context": "https://schema.org", "@type": "Article", "headline": title, "datePublished": day,
                       "author": {"@type": "Person", "name": author}})
    return (f'<meta charset="utf-8"><title>{html.escape(title)} | {SITE}</title>'
            f'<link rel="canonical" href="https://site.example/{number}/"><style>{rules}</style>'
            f'<script type="application/ld+json">{data}</script>{script_of(chance)}')


def script_of(chance):
    calls = "".join(f"track.push(['event{i}',{chance.random():.6f}]);" for i in range(chance.randint(50, 400)))
    return f"<script>window.track=window.track||[];{calls}</script>"


def links_of(kind, entries):
    return "".join(f'<li class="{kind}"><a href="{address}">{text}</a></li>' for address, text in entries)


def sidebar_of(chance, number):
    recent = [(f"/{number + i}/", f"{chance.choice(SUBJECTS)}: {chance.choice(SECTIONS).lower()}") for i in range(1, 9)]
    return f'<aside class="sidebar widget-area"><h2>Recent posts</h2><ul>{links_of("recent", recent)}</ul></aside>'


def comments_of(chance):
    count = chance.randint(0, 6)
    said = "".join(f'<li class="comment" id="comment-{i}"><cite class="comment-author">{chance.choice(PEOPLE)}</cite>'
                   f'<div class="comment-content"><p>Thanks, this helped with my {chance.choice(SUBJECTS).lower()}.</p></div>'
                   f'<a class="comment-reply-link" href="#">Reply</a></li>' for i in range(count))
    form = ('<div id="respond"><h3>Leave a comment</h3><p>Your email address will not be published. Required fields are '
            'marked *</p><form><textarea></textarea><input name="email"><button>Send</button></form></div>')
    return f'<div id="comments"><h2>{count or "No"} comments</h2><ol>{said}</ol>{form}</div>'


def layout_of(chance, number, heading, body):
    """The middle of the page, in one of four layouts."""
    share = ('<div class="share-buttons"><ul><li><a href="#">Facebook</a></li><li><a href="#">LinkedIn</a></li>'
             '<li><a href="#">Email</a></li></ul></div>')
    side, talk = sidebar_of(chance, number), comments_of(chance)
    layouts = (
        f'<div class="columns"><main><article class="post">{heading}<div class="entry-content">{body}</div>{share}'
        f'</article>{talk}</main></div>{side}',
        f'{"".join(f"<div class=row-{i}>" for i in range(12))}{heading}{body}{"</div>" * 12}{share}{side}{talk}',
        f'<table><tr><td class="left">{side}</td><td class="middle">{heading}{body}{share}</td></tr></table>{talk}',
        f'<section class="banner">{heading}</section><div class="wrap"><div class="post-body">{body}</div>{side}</div>{talk}')
    return layouts[number % len(layouts)]


def page_of(number, passages):
    chance = random.Random(number)
    title, body = article_of(chance, text_of(chance, number, passages))
    author, day = chance.choice(PEOPLE), f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
    menu = links_of("menu-item", ((f"/subject/{i}/", subject) for i, subject in enumerate(SUBJECTS)))
    heading = (f'<h1>{html.escape(title)}</h1><p class="byline">By <a rel="author" href="/team">{author}</a>, '
               f'<time datetime="{day}">{day}</time></p>')
    return f"""<!doctype html>
<html lang="en"><head>{head_of(chance, number, title, author, day)}</head>
<body class="single"><a class="skip-link" href="#main">Skip to content</a>
<div class="cookie-bar"><p>This site uses cookies. <a href="/privacy">More about them</a> <button>Accept</button></p></div>
<header class="site-header"><a href="/">{SITE}</a><nav><ul class="menu">{menu}</ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> &rsaquo; <a href="/blog/">Blog</a> &rsaquo; {html.escape(title)}</div>
{layout_of(chance, number, heading, body)}
<footer class="site-footer"><p>Copyright {SITE}. All rights reserved.</p>
<p>What is said here does not replace the advice of a qualified person.</p></footer>{script_of(chance)}</body></html>
"""


def write_lines(out, count, passages):
    with open(out, "w", encoding="utf-8") as lines:
        for number in range(count):
            page = {"url": f"https://site.example/{number}/", "html": page_of(number, passages)}
            lines.write(json.dumps(page) + "\n")


def write_files(out, count, passages, is_gzip):
    for number in range(count):
        folder = Path(out) / f"{number // 1000:04}"
        folder.mkdir(parents=True, exist_ok=True)
        page = page_of(number, passages).encode()
        if is_gzip:
            (folder / f"{number:07}.html.gz").write_bytes(gzip.compress(page, 6, mtime=0))
        else:
            (folder / f"{number:07}.html").write_bytes(page)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ", 1)[1], add_help=False)
    parser.add_argument("-h", "--help", action="help")
    parser.add_argument("text")
    parser.add_argument("pages", type=int)
    parser.add_argument("out")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--gzip", action="store_true")
    form.add_argument("--ndjson", action="store_true")
    args = parser.parse_args()
    try:
        passages = read_passages(args.text)
    except OSError as error:
        sys.exit(f"make_site.py: cannot read {args.text}: {error.strerror}")
    if not passages:
        sys.exit(f"make_site.py: {args.text} has no passage")
    if args.ndjson:
        write_lines(args.out, args.pages, passages)
    else:
        write_files(args.out, args.pages, passages, args.gzip)


if __name__ == "__main__":
    main()
