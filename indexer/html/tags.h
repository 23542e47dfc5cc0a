/* The names of HTML elements as numbers, with what matters of each. */
#ifndef INDEXER_TAGS_H
#define INDEXER_TAGS_H

#include <palpate/view.h>
#include <stdint.h>

enum tag_trait {
    TAG_INLINE = 0,
    TAG_BLOCK = 1 << 0,   /* starts and ends a block of text */
    TAG_SKIPPED = 1 << 1, /* holds no text to be read */
    TAG_ASIDE = 1 << 2,   /* seldom part of the article: nav, footer, … */
    TAG_CONTROL = 1 << 3, /* of a form: its text is a label */
    TAG_VOID = 1 << 4     /* breaks a line and holds nothing */
};

/* X(name, traits) in the order of the bytes of their names */
#define HTML_TAGS(X)                       \
    X(address, TAG_BLOCK)                  \
    X(amp_img, TAG_INLINE)                 \
    X(applet, TAG_SKIPPED)                 \
    X(article, TAG_BLOCK)                  \
    X(aside, TAG_BLOCK | TAG_ASIDE)        \
    X(audio, TAG_SKIPPED)                  \
    X(blockquote, TAG_BLOCK)               \
    X(body, TAG_BLOCK)                     \
    X(br, TAG_VOID)                        \
    X(button, TAG_BLOCK | TAG_CONTROL)     \
    X(canvas, TAG_SKIPPED)                 \
    X(caption, TAG_BLOCK)                  \
    X(center, TAG_BLOCK)                   \
    X(datalist, TAG_SKIPPED)               \
    X(dd, TAG_BLOCK)                       \
    X(details, TAG_BLOCK)                  \
    X(dialog, TAG_BLOCK | TAG_ASIDE)       \
    X(div, TAG_BLOCK)                      \
    X(dl, TAG_BLOCK)                       \
    X(dt, TAG_BLOCK)                       \
    X(fieldset, TAG_BLOCK)                 \
    X(figcaption, TAG_BLOCK)               \
    X(figure, TAG_BLOCK)                   \
    X(footer, TAG_BLOCK | TAG_ASIDE)       \
    X(form, TAG_BLOCK)                     \
    X(h1, TAG_BLOCK)                       \
    X(h2, TAG_BLOCK)                       \
    X(h3, TAG_BLOCK)                       \
    X(h4, TAG_BLOCK)                       \
    X(h5, TAG_BLOCK)                       \
    X(h6, TAG_BLOCK)                       \
    X(head, TAG_BLOCK | TAG_SKIPPED)       \
    X(header, TAG_BLOCK)                   \
    X(hr, TAG_BLOCK | TAG_VOID)            \
    X(iframe, TAG_SKIPPED)                 \
    X(input, TAG_SKIPPED | TAG_CONTROL)    \
    X(label, TAG_CONTROL)                  \
    X(li, TAG_BLOCK)                       \
    X(main, TAG_BLOCK)                     \
    X(math, TAG_INLINE)                    \
    X(meter, TAG_SKIPPED)                  \
    X(nav, TAG_BLOCK | TAG_ASIDE)          \
    X(noembed, TAG_SKIPPED)                \
    X(noframes, TAG_SKIPPED)               \
    X(noscript, TAG_BLOCK)                 \
    X(object, TAG_SKIPPED)                 \
    X(ol, TAG_BLOCK)                       \
    X(option, TAG_SKIPPED | TAG_CONTROL)   \
    X(p, TAG_BLOCK)                        \
    X(pre, TAG_BLOCK)                      \
    X(progress, TAG_SKIPPED)               \
    X(rp, TAG_SKIPPED)                     \
    X(rt, TAG_SKIPPED)                     \
    X(rtc, TAG_SKIPPED)                    \
    X(script, TAG_SKIPPED)                 \
    X(section, TAG_BLOCK)                  \
    X(select, TAG_SKIPPED | TAG_CONTROL)   \
    X(style, TAG_SKIPPED)                  \
    X(summary, TAG_BLOCK)                  \
    X(sup, TAG_INLINE)                     \
    X(svg, TAG_SKIPPED)                    \
    X(table, TAG_BLOCK)                    \
    X(tbody, TAG_BLOCK)                    \
    X(td, TAG_BLOCK)                       \
    X(template, TAG_SKIPPED)               \
    X(textarea, TAG_SKIPPED | TAG_CONTROL) \
    X(tfoot, TAG_BLOCK)                    \
    X(th, TAG_BLOCK)                       \
    X(thead, TAG_BLOCK)                    \
    X(title, TAG_SKIPPED)                  \
    X(tr, TAG_BLOCK)                       \
    X(ul, TAG_BLOCK)                       \
    X(video, TAG_SKIPPED)

/* Elements that are asked for by name. */
enum tag {
    HTML_other,
#define HTML_TAG_MEMBER(name, traits) HTML_##name,
    HTML_TAGS(HTML_TAG_MEMBER)
#undef HTML_TAG_MEMBER
            HTML_a,
    HTML_html,
    HTML_link,
    HTML_meta,
    HTML_time,
    HTML_TAG_COUNT
};

/* The number of an element's lower-case name; HTML_other for those without one. */
enum tag tag_of(palpate_view name);

/* Its traits, of enum tag_trait. */
unsigned tag_traits(enum tag tag);

/* 1 to 6 for h1 to h6, else 0. */
unsigned tag_heading_level(enum tag tag);

#endif
