#include "indexer/content/model.h"

/* clang-format off */

#define ROW(name, weight) [SEEN_##name] = { (weight), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more. */
    ROW(WORDS_1, -58), ROW(WORDS_3, -11), ROW(WORDS_6, 18),
    ROW(WORDS_12, 2), ROW(WORDS_24, -4), ROW(WORDS_49, 16),
    ROW(WORDS_99, 18), ROW(WORDS_MORE, 11),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 19), ROW(LINKS_19, 51), ROW(LINKS_49, 25),
    ROW(LINKS_79, -80), ROW(LINKS_MORE, -38),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -23),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -13),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 92),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 101),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 60),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -122),
    /* Begins with a long dash: the source of a quotation. */
    ROW(STARTS_DASH, 159),
    /* One long word without a space: an address, a key, a moment to the second. */
    ROW(FOR_MACHINES, -42),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -2),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 45),
    /* Percent of function words among seven words and more: prose has a third, lists of names none. */
    ROW(STOP_9, -26), ROW(STOP_19, 1), ROW(STOP_29, 14),
    ROW(STOP_39, 30), ROW(STOP_MORE, 24),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 28),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -88),
    /* A third of its letters are digits. */
    ROW(DIGITS, 41),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -46),
    /* Has a sum of money. */
    ROW(PRICE, -31),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -237),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -117),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -34),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -132),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -222),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -58),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -145),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -88),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -176),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -67),
    /* A line of its own, outside of lists, most of it a link: a pointer to another page. */
    ROW(LINE_LINK, 46),
    /* Stands on the page more than once. */
    ROW(TWICE, -61),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -123),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, 43),
    /* Heading of the first level. */
    ROW(HEADING_1, -53),
    /* Heading of the second level. */
    ROW(HEADING_2, 67),
    /* Heading of the third level. */
    ROW(HEADING_3, 25),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, 0),
    /* Item of a list. */
    ROW(ITEM, 21),
    /* Row of a table. */
    ROW(CELL, -10),
    /* In a paragraph element. */
    ROW(PARAGRAPH, -37),
    /* Directly in a div or another box. */
    ROW(BARE, -66),
    /* Preformatted: code. */
    ROW(PREFORMATTED, 68),
    /* Term or description of a definition list. */
    ROW(TERM, -114),
    /* Label of a control. */
    ROW(LABEL, 86),
    /* In a quotation. */
    ROW(IN_QUOTE, 115),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -160),
    /* In a table. */
    ROW(IN_TABLE, 39),
    /* In a list. */
    ROW(IN_LIST, 32),
    /* In a form. */
    ROW(IN_FORM, -111),
    /* In an address element. */
    ROW(IN_ADDRESS, -81),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 16),
    /* In a nav element. */
    ROW(IN_NAV, -145),
    /* In an aside element. */
    ROW(IN_ASIDE, -224),
    /* In a header element. */
    ROW(IN_HEADER, -1),
    /* In a footer element. */
    ROW(IN_FOOTER, -259),
    /* In a dialog element. */
    ROW(IN_DIALOG, -197),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -130),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, 54),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -32),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -101), ROW(NEAR_HEADER, -40),
    ROW(NEAR_FOOTER, -264), ROW(NEAR_SIDEBAR, -172),
    ROW(NEAR_COMMENT, -224), ROW(NEAR_RELATED, -156),
    ROW(NEAR_SHARE, -221), ROW(NEAR_ADVERT, -94),
    ROW(NEAR_DIALOG, -187), ROW(NEAR_SIGNUP, -199),
    ROW(NEAR_FORM, -34), ROW(NEAR_BYLINE, -76),
    ROW(NEAR_BIOGRAPHY, -229), ROW(NEAR_CRUMBS, -104),
    ROW(NEAR_TAGS, 28), ROW(NEAR_UNSEEN, -44), ROW(NEAR_LEGAL, -126),
    ROW(NEAR_BUTTON, -65), ROW(NEAR_CARD, 4), ROW(NEAR_GALLERY, -30),
    ROW(NEAR_CONTENT, 81), ROW(NEAR_TITLE, -13), ROW(NEAR_CONTENTS, 13),
    ROW(NEAR_ANSWERS, 39), ROW(NEAR_PRODUCT, -7), ROW(NEAR_QUOTE, 19),
    ROW(NEAR_CAPTION, -180), ROW(NEAR_POST, -52), ROW(NEAR_HERO, 29),
    ROW(NEAR_WIDGET, -21), ROW(NEAR_EMBED, 7),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 20), ROW(OUTER_HEADER, -7),
    ROW(OUTER_FOOTER, -7), ROW(OUTER_SIDEBAR, -8),
    ROW(OUTER_COMMENT, -42), ROW(OUTER_RELATED, -50), ROW(OUTER_SHARE, 13),
    ROW(OUTER_ADVERT, 34), ROW(OUTER_DIALOG, -27), ROW(OUTER_SIGNUP, 64),
    ROW(OUTER_FORM, 1), ROW(OUTER_BYLINE, -17),
    ROW(OUTER_BIOGRAPHY, 200), ROW(OUTER_CRUMBS, 62), ROW(OUTER_TAGS, -4),
    ROW(OUTER_UNSEEN, 17), ROW(OUTER_LEGAL, -106), ROW(OUTER_BUTTON, 12),
    ROW(OUTER_CARD, -8), ROW(OUTER_GALLERY, -29), ROW(OUTER_CONTENT, 5),
    ROW(OUTER_TITLE, 30), ROW(OUTER_CONTENTS, 80),
    ROW(OUTER_ANSWERS, -20), ROW(OUTER_PRODUCT, 6),
    ROW(OUTER_QUOTE, -60), ROW(OUTER_CAPTION, 53), ROW(OUTER_POST, 34),
    ROW(OUTER_HERO, -1), ROW(OUTER_WIDGET, -41), ROW(OUTER_EMBED, -11),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 160), ROW(MAIN_9, 112), ROW(MAIN_49, 67),
    ROW(MAIN_MORE, 20),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, 6), ROW(ARTICLE_9, -37), ROW(ARTICLE_49, -49),
    ROW(ARTICLE_MORE, -3),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 9),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -24), ROW(GROUP_LINKS_19, -5),
    ROW(GROUP_LINKS_49, -20), ROW(GROUP_LINKS_79, -16),
    ROW(GROUP_LINKS_MORE, 50),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, 7), ROW(GROUP_WORDS_7, 17),
    ROW(GROUP_WORDS_14, 12), ROW(GROUP_WORDS_29, 1),
    ROW(GROUP_WORDS_MORE, -39),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 18), ROW(GROUP_SHARE_4, 15),
    ROW(GROUP_SHARE_19, 23), ROW(GROUP_SHARE_49, -5),
    ROW(GROUP_SHARE_MORE, -41),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -51), ROW(SECTION_LINKS_19, -20),
    ROW(SECTION_LINKS_49, 21), ROW(SECTION_LINKS_79, -14),
    ROW(SECTION_LINKS_MORE, 50),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -2), ROW(SECTION_WORDS_7, 24),
    ROW(SECTION_WORDS_14, 28), ROW(SECTION_WORDS_29, -16),
    ROW(SECTION_WORDS_MORE, -50),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, -2), ROW(SECTION_SHARE_4, -35),
    ROW(SECTION_SHARE_19, 12), ROW(SECTION_SHARE_49, -5),
    ROW(SECTION_SHARE_MORE, 13),
    /* Percent of links in the branch that leaves the element of most prose with this block. */
    ROW(BRANCH_LINKS_4, 67), ROW(BRANCH_LINKS_19, 29),
    ROW(BRANCH_LINKS_49, -10), ROW(BRANCH_LINKS_79, -37),
    ROW(BRANCH_LINKS_MORE, -72),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 10), ROW(BRANCH_WORDS_7, -2),
    ROW(BRANCH_WORDS_14, -16), ROW(BRANCH_WORDS_29, -5),
    ROW(BRANCH_WORDS_MORE, 2),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, 14), ROW(BRANCH_SHARE_2, 22),
    ROW(BRANCH_SHARE_9, 28), ROW(BRANCH_SHARE_29, -8),
    ROW(BRANCH_SHARE_59, -11), ROW(BRANCH_SHARE_MORE, -67),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(CORE_DISTANCE_0, -63), ROW(CORE_DISTANCE_1, -4),
    ROW(CORE_DISTANCE_2, 39), ROW(CORE_DISTANCE_4, 53),
    ROW(CORE_DISTANCE_MORE, 49),
    /* Elements between it and the element of most prose that holds it. */
    ROW(CORE_DEPTH_0, 53), ROW(CORE_DEPTH_1, 53), ROW(CORE_DEPTH_2, -21),
    ROW(CORE_DEPTH_4, -45), ROW(CORE_DEPTH_MORE, -101),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -58), ROW(ALIKE_4, -36), ROW(ALIKE_19, 8),
    ROW(ALIKE_49, 3), ROW(ALIKE_MORE, 74),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(TWINS_0, -7), ROW(TWINS_2, -1), ROW(TWINS_5, 16),
    ROW(TWINS_MORE, -23),
    /* Blocks before the first long block of the core. */
    ROW(BEFORE_CORE_0, -114), ROW(BEFORE_CORE_2, -89),
    ROW(BEFORE_CORE_5, -77), ROW(BEFORE_CORE_12, -78),
    ROW(BEFORE_CORE_MORE, -44),
    /* Blocks after the last long block of the core. */
    ROW(AFTER_CORE_0, -95), ROW(AFTER_CORE_2, -97),
    ROW(AFTER_CORE_5, -91), ROW(AFTER_CORE_12, -65),
    ROW(AFTER_CORE_MORE, -68),
    /* Percent of the chance that the article's region holds it. */
    ROW(REGION_4, -264), ROW(REGION_19, -159), ROW(REGION_49, -1), ROW(REGION_79, 72),
    ROW(REGION_94, 132), ROW(REGION_MORE, 180),
    /* Before the likeliest region, after it. */
    ROW(BEFORE_REGION, -61), ROW(AFTER_REGION, -140),
    /* Between the heading that says the title and the likeliest region: what stands first. */
    ROW(TITLE_TO_REGION, 0),
    /* The description of the page begins in it: a standfirst or the first paragraph. */
    ROW(IS_DESCRIPTION, 0),
    /* Before the heading that says the title. */
    ROW(BEFORE_TITLE, 0),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -76),
    /* First blocks after it. */
    ROW(AFTER_H1_0, 55), ROW(AFTER_H1_2, 46), ROW(AFTER_H1_5, 46),
    ROW(AFTER_H1_MORE, 15),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -24),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -64),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, -5),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -26),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 25),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, -3),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -40),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 20),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 38),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 16),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -16),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -44),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, 25),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, -22), ROW(PAGE_PROSE_99, -38),
    ROW(PAGE_PROSE_299, 14), ROW(PAGE_PROSE_MORE, -39),
    /* Percent of the page's prose in the core. */
    ROW(PAGE_CORE_19, -5), ROW(PAGE_CORE_49, -3), ROW(PAGE_CORE_79, -18),
    ROW(PAGE_CORE_MORE, -2),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, -9), ROW(PAGE_LINKS_49, -7),
    ROW(PAGE_LINKS_MORE, 11),
};

const int16_t MODEL_BIAS = 18;
