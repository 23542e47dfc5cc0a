#include "indexer/metadata/title_model.h"

/* clang-format off */

#define ROW(name, weight) [SIGN_##name] = { (weight), #name }

const struct title_model_row TITLE_MODEL[SIGN_COUNT] = {
    /* Who says just this: <title>, OpenGraph, a card, other metas, JSON-LD of the article,
       of the page, of what it is about, headings of the three levels. */
    ROW(IS_HEAD, 58), ROW(IS_PROPERTY, 16), ROW(IS_CARD, 11), ROW(IS_META, 30),
    ROW(IS_ARTICLE, 5), ROW(IS_PAGE, 8), ROW(IS_THING, -93), ROW(IS_H1, 71),
    ROW(IS_H2, 19), ROW(IS_H3, -55),
    /* A part of what <title> says.  The first is the title where the rest is the site's name
       or a section's; a part without the site is best where the site is known. */
    ROW(HEAD_FIRST, 56), ROW(HEAD_FRONT, -1), ROW(HEAD_REST, -35), ROW(HEAD_LAST, -65),
    ROW(HEAD_MIDDLE, 40), ROW(HEAD_SITE, 62),
    /* The same of what others are told. */
    ROW(TOLD_FIRST, 24), ROW(TOLD_FRONT, 43), ROW(TOLD_REST, -23), ROW(TOLD_LAST, -42),
    ROW(TOLD_MIDDLE, -122), ROW(TOLD_SITE, -49),
    /* The same of a heading of the first level. */
    ROW(HEADING_FIRST, 67), ROW(HEADING_FRONT, 3), ROW(HEADING_REST, 107),
    ROW(HEADING_LAST, -2), ROW(HEADING_MIDDLE, 28), ROW(HEADING_SITE, 17),
    /* Where a part that nobody says by itself is cut off: after a colon goes on what belongs
       to the title, after a bar stands the site. */
    ROW(AT_COLON, -149), ROW(AT_DASH, 67), ROW(AT_BAR, 54), ROW(AT_OTHER, -75),
    /* The only heading of the first level, the first of several, a later one; the first of a
       lower level, a later one. */
    ROW(H1_ALONE, 79), ROW(H1_FIRST, 26), ROW(H1_LATER, -34), ROW(LOWER_FIRST, 46),
    ROW(LOWER_LATER, -130),
    /* Nodes in a heading of the first level: one with much in it is a layout. */
    ROW(NODES_2, 89), ROW(NODES_4, 58), ROW(NODES_7, -13), ROW(NODES_MORE, -64),
    /* The class or id of the heading or of what it stands in: title, headline; logo, brand. */
    ROW(NAMED_TITLE, 33), ROW(NAMED_LOGO, -62),
    /* A link to the front page, on another page, names the site.  Set by hand, as few pages
       have it and none is called so. */
    ROW(LEADS_TO_FRONT, -300),
    /* How many words it has: a label or a name has one, a sentence too many. */
    ROW(WORDS_1, -77), ROW(WORDS_2, 2), ROW(WORDS_3, 2), ROW(WORDS_5, 2),
    ROW(WORDS_8, 27), ROW(WORDS_12, 31), ROW(WORDS_17, 11), ROW(WORDS_MORE, 1),
    /* Percent of the words that it shares with <title>: no <title>, none, … all. */
    ROW(LIKE_NONE, 0), ROW(LIKE_0, -176), ROW(LIKE_19, -83), ROW(LIKE_39, -2),
    ROW(LIKE_59, 29), ROW(LIKE_79, 78), ROW(LIKE_99, 68), ROW(LIKE_100, 86),
    /* Percent of the words of the page's address that it has: addresses are made of titles. */
    ROW(SLUG_NONE, 0), ROW(SLUG_0, -40), ROW(SLUG_49, -14), ROW(SLUG_79, 13),
    ROW(SLUG_99, -10), ROW(SLUG_100, 51),
    /* Percent of its words that are in the address, which leaves out the small ones. */
    ROW(IN_SLUG_0, -40), ROW(IN_SLUG_49, -22), ROW(IN_SLUG_79, 3), ROW(IN_SLUG_99, 2),
    ROW(IN_SLUG_100, 58),
    /* It is the name of the site, on another page than the first, on the first; it ends with
       the name of the site. */
    ROW(OF_SITE, -12), ROW(OF_SITE_HOME, 24), ROW(ENDS_SITE, -160),
    /* How many of <title>, what others are told and headings say it, or it and more. */
    ROW(AGREE_1, -102), ROW(AGREE_2, 40), ROW(AGREE_3, 63),
    /* A heading says it after a label, as "Topic: Knee pain", and <title> without one.  Set by
       hand: four pages of those that taught the rest have it. */
    ROW(UNLABELLED, 250),
    /* The start of a title from which the name of the site could be cut off alone, by its
       words.  The first set by hand: "Knee pain - Causes" is not "Knee pain". */
    ROW(STUB_2, -100), ROW(STUB_3, 6), ROW(STUB_MORE, -22),
    /* A heading of the first level that is the end of <title>, where sites and sections stand.
       Set by hand, as of 40 such pages 3 are called so, and the penalty keeps it small. */
    ROW(TAIL, -400),
    /* It ends with a full stop as a slogan does; it has parts; it heads any page. */
    ROW(ENDS_STOP, -47), ROW(HAS_BAR, -140), ROW(HAS_DASH, -91), ROW(HAS_COLON, 54),
    ROW(PLAIN_WORD, -49),
    /* By whom it is said, the heading of the first level, what others are told or <title>, on
       a page that claims to be an article: all three agree, … nobody says it. */
    ROW(ARTICLE_H1_TOLD_HEAD, -15), ROW(ARTICLE_H1_TOLD, -18), ROW(ARTICLE_H1_HEAD, 20),
    ROW(ARTICLE_H1, 99), ROW(ARTICLE_TOLD_HEAD, -26), ROW(ARTICLE_TOLD, 68),
    ROW(ARTICLE_HEAD, -20), ROW(ARTICLE_NONE, -108),
    /* The same on the first page of a site, whose headings are slogans. */
    ROW(HOME_H1_TOLD_HEAD, -30), ROW(HOME_H1_TOLD, 42), ROW(HOME_H1_HEAD, 2),
    ROW(HOME_H1, -20), ROW(HOME_TOLD_HEAD, 26), ROW(HOME_TOLD, 26), ROW(HOME_HEAD, 6),
    ROW(HOME_NONE, -51),
    /* The same on others: what sells and lists things is called what <title> says. */
    ROW(OTHER_H1_TOLD_HEAD, -13), ROW(OTHER_H1_TOLD, 39), ROW(OTHER_H1_HEAD, -49),
    ROW(OTHER_H1, 14), ROW(OTHER_TOLD_HEAD, -3), ROW(OTHER_TOLD, 92),
    ROW(OTHER_HEAD, -20), ROW(OTHER_NONE, -61),
};
