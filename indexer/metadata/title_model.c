#include "indexer/metadata/title_model.h"

/* clang-format off */

#define ROW(name, weight) [SIGN_##name] = { (weight), #name }

const struct title_model_row TITLE_MODEL[SIGN_COUNT] = {
    /* Who says just this: <title>, OpenGraph, a card, other metas, JSON-LD of the article,
       of the page, of what it is about, headings of the three levels. */
    ROW(IS_HEAD, 36), ROW(IS_PROPERTY, 8), ROW(IS_CARD, 6), ROW(IS_META, 39),
    ROW(IS_ARTICLE, 28), ROW(IS_PAGE, 12), ROW(IS_THING, -103), ROW(IS_H1, 52),
    ROW(IS_H2, 31), ROW(IS_H3, -60),
    /* A part of what <title> says.  The first is the title where the rest is the site's name
       or a section's; a part without the site is best where the site is known. */
    ROW(HEAD_FIRST, 52), ROW(HEAD_FRONT, -2), ROW(HEAD_REST, -18), ROW(HEAD_LAST, -12),
    ROW(HEAD_MIDDLE, 34), ROW(HEAD_SITE, 44),
    /* The same of what others are told. */
    ROW(TOLD_FIRST, 49), ROW(TOLD_FRONT, 43), ROW(TOLD_REST, -17), ROW(TOLD_LAST, -69),
    ROW(TOLD_MIDDLE, -112), ROW(TOLD_SITE, -84),
    /* The same of a heading of the first level. */
    ROW(HEADING_FIRST, 34), ROW(HEADING_FRONT, -17), ROW(HEADING_REST, 33),
    ROW(HEADING_LAST, -8), ROW(HEADING_MIDDLE, 45), ROW(HEADING_SITE, 3),
    /* Where a part that nobody says by itself is cut off: after a colon goes on what belongs
       to the title, after a bar stands the site. */
    ROW(AT_COLON, -157), ROW(AT_DASH, 65), ROW(AT_BAR, 57), ROW(AT_OTHER, -128),
    /* The only heading of the first level, the first of several, a later one; the first of a
       lower level, a later one. */
    ROW(H1_ALONE, 67), ROW(H1_FIRST, 37), ROW(H1_LATER, -52), ROW(LOWER_FIRST, 51),
    ROW(LOWER_LATER, -149),
    /* Nodes in a heading of the first level: one with much in it is a layout. */
    ROW(NODES_2, 100), ROW(NODES_4, 61), ROW(NODES_7, 0), ROW(NODES_MORE, -109),
    /* The class or id of the heading or of what it stands in: title, headline; logo, brand. */
    ROW(NAMED_TITLE, 39), ROW(NAMED_LOGO, -67),
    /* A link to the front page, on another page, names the site.  Set by hand, as few pages
       have it and none is called so. */
    ROW(LEADS_TO_FRONT, -300),
    /* How many words it has: a label or a name has one, a sentence too many. */
    ROW(WORDS_1, -87), ROW(WORDS_2, -7), ROW(WORDS_3, -4), ROW(WORDS_5, -1),
    ROW(WORDS_8, 22), ROW(WORDS_12, 26), ROW(WORDS_17, 20), ROW(WORDS_MORE, 31),
    /* Percent of the words that it shares with <title>: no <title>, none, … all. */
    ROW(LIKE_NONE, 0), ROW(LIKE_0, -189), ROW(LIKE_19, -78), ROW(LIKE_39, -7),
    ROW(LIKE_59, 29), ROW(LIKE_79, 74), ROW(LIKE_99, 74), ROW(LIKE_100, 97),
    /* Percent of the words of the page's address that it has: addresses are made of titles. */
    ROW(SLUG_NONE, 0), ROW(SLUG_0, -29), ROW(SLUG_49, -23), ROW(SLUG_79, 21),
    ROW(SLUG_99, -22), ROW(SLUG_100, 52),
    /* Percent of its words that are in the address, which leaves out the small ones. */
    ROW(IN_SLUG_0, -29), ROW(IN_SLUG_49, -16), ROW(IN_SLUG_79, 0), ROW(IN_SLUG_99, 11),
    ROW(IN_SLUG_100, 35),
    /* It is the name of the site, on another page than the first, on the first; it ends with
       the name of the site. */
    ROW(OF_SITE, -33), ROW(OF_SITE_HOME, 26), ROW(ENDS_SITE, -225),
    /* How many of <title>, what others are told and headings say it, or it and more. */
    ROW(AGREE_1, -112), ROW(AGREE_2, 35), ROW(AGREE_3, 78),
    /* What others are told ends a longer heading, which has a kicker before it; that heading. */
    ROW(ENDS_H1, 25), ROW(LONGER_H1, -117),
    /* A heading says it after a label, as "Topic: Knee pain", and <title> without one.  Set by
       hand: four pages of those that taught the rest have it. */
    ROW(UNLABELLED, 350),
    /* The start of a title from which the name of the site could be cut off alone, by its
       words.  The first set by hand: "Knee pain - Causes" is not "Knee pain". */
    ROW(STUB_2, -100), ROW(STUB_3, -16), ROW(STUB_MORE, -41),
    /* A heading of the first level that is the end of <title>, where sites and sections stand.
       Set by hand, as few pages have it and hardly any is called so. */
    ROW(TAIL, -600),
    /* It ends with a full stop as a slogan does; it has parts; it heads any page. */
    ROW(ENDS_STOP, -64), ROW(HAS_BAR, -136), ROW(HAS_DASH, -76), ROW(HAS_COLON, 43),
    ROW(PLAIN_WORD, -79),
    /* What editors of pages write by themselves, as "Untitled".  Set by hand, as few pages have
       it and none is called so. */
    ROW(PLACEHOLDER, -600),
    /* By whom it is said, the heading of the first level, what others are told or <title>, on
       a page that claims to be an article: all three agree, … nobody says it. */
    ROW(ARTICLE_H1_TOLD_HEAD, -34), ROW(ARTICLE_H1_TOLD, -9), ROW(ARTICLE_H1_HEAD, -31),
    ROW(ARTICLE_H1, 130), ROW(ARTICLE_TOLD_HEAD, -17), ROW(ARTICLE_TOLD, 107),
    ROW(ARTICLE_HEAD, -46), ROW(ARTICLE_NONE, -99),
    /* The same on the first page of a site, whose headings are slogans. */
    ROW(HOME_H1_TOLD_HEAD, -107), ROW(HOME_H1_TOLD, 75), ROW(HOME_H1_HEAD, 20),
    ROW(HOME_H1, -11), ROW(HOME_TOLD_HEAD, 19), ROW(HOME_TOLD, 43), ROW(HOME_HEAD, 32),
    ROW(HOME_NONE, -71),
    /* The same on others: what sells and lists things is called what <title> says. */
    ROW(OTHER_H1_TOLD_HEAD, -32), ROW(OTHER_H1_TOLD, 61), ROW(OTHER_H1_HEAD, -55),
    ROW(OTHER_H1, 46), ROW(OTHER_TOLD_HEAD, 12), ROW(OTHER_TOLD, 78),
    ROW(OTHER_HEAD, -38), ROW(OTHER_NONE, -73),
};
