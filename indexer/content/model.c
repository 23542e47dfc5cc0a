#include "indexer/content/model.h"

/* clang-format off */

#define ROW(name, weight) [SEEN_##name] = { (weight), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more. */
    ROW(WORDS_1, -12), ROW(WORDS_3, 8), ROW(WORDS_6, 37),
    ROW(WORDS_12, 28), ROW(WORDS_24, 2), ROW(WORDS_49, 19),
    ROW(WORDS_99, 8), ROW(WORDS_MORE, -75),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 20), ROW(LINKS_19, 26), ROW(LINKS_49, 26),
    ROW(LINKS_79, -30), ROW(LINKS_MORE, -25),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -25),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -1),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 69),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 61),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 63),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -120),
    /* Begins with a long dash: the source of a quotation. */
    ROW(STARTS_DASH, 155),
    /* One long word without a space: an address, a key, a moment to the second. */
    ROW(FOR_MACHINES, -70),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -16),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 41),
    /* Percent of function words among seven words and more: prose has a third, lists of names none. */
    ROW(STOP_9, -24), ROW(STOP_19, -13), ROW(STOP_29, 4),
    ROW(STOP_39, 15), ROW(STOP_MORE, 2),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 24),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -83),
    /* A third of its letters are digits. */
    ROW(DIGITS, 2),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -51),
    /* Has a sum of money. */
    ROW(PRICE, -7),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -323),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -129),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -107),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -122),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -293),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -84),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -159),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -141),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -187),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -63),
    /* A line of its own, outside of lists, most of it a link: a pointer to another page. */
    ROW(LINE_LINK, 13),
    /* Stands on the page more than once. */
    ROW(TWICE, -29),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -137),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, 29),
    /* Heading of the first level. */
    ROW(HEADING_1, -72),
    /* Heading of the second level. */
    ROW(HEADING_2, 94),
    /* Heading of the third level. */
    ROW(HEADING_3, 46),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, -8),
    /* Item of a list. */
    ROW(ITEM, 36),
    /* Row of a table. */
    ROW(CELL, -34),
    /* In a paragraph element. */
    ROW(PARAGRAPH, 17),
    /* Directly in a div or another box. */
    ROW(BARE, -61),
    /* Preformatted: code. */
    ROW(PREFORMATTED, 14),
    /* Term or description of a definition list. */
    ROW(TERM, -20),
    /* Label of a control. */
    ROW(LABEL, 56),
    /* In a quotation. */
    ROW(IN_QUOTE, 122),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -138),
    /* In a table. */
    ROW(IN_TABLE, 114),
    /* In a list. */
    ROW(IN_LIST, 6),
    /* In a form. */
    ROW(IN_FORM, -118),
    /* In an address element. */
    ROW(IN_ADDRESS, -34),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 0),
    /* In a nav element. */
    ROW(IN_NAV, -152),
    /* In an aside element. */
    ROW(IN_ASIDE, -191),
    /* In a header element. */
    ROW(IN_HEADER, -47),
    /* In a footer element. */
    ROW(IN_FOOTER, -394),
    /* In a dialog element. */
    ROW(IN_DIALOG, -181),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -109),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, -1),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -95),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -117), ROW(NEAR_HEADER, -69),
    ROW(NEAR_FOOTER, -220), ROW(NEAR_SIDEBAR, -221),
    ROW(NEAR_COMMENT, -260), ROW(NEAR_RELATED, -136),
    ROW(NEAR_SHARE, -91), ROW(NEAR_ADVERT, -30),
    ROW(NEAR_DIALOG, -201), ROW(NEAR_SIGNUP, -178),
    ROW(NEAR_FORM, -44), ROW(NEAR_BYLINE, -77),
    ROW(NEAR_BIOGRAPHY, -279), ROW(NEAR_CRUMBS, -144),
    ROW(NEAR_TAGS, 4), ROW(NEAR_UNSEEN, -6), ROW(NEAR_LEGAL, -228),
    ROW(NEAR_BUTTON, -38), ROW(NEAR_CARD, 13), ROW(NEAR_GALLERY, -22),
    ROW(NEAR_CONTENT, 11), ROW(NEAR_TITLE, -22), ROW(NEAR_CONTENTS, 84),
    ROW(NEAR_ANSWERS, 22), ROW(NEAR_PRODUCT, 20), ROW(NEAR_QUOTE, -34),
    ROW(NEAR_CAPTION, -147), ROW(NEAR_POST, 27), ROW(NEAR_HERO, -51),
    ROW(NEAR_WIDGET, -33), ROW(NEAR_EMBED, 14),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 52), ROW(OUTER_HEADER, 8),
    ROW(OUTER_FOOTER, -33), ROW(OUTER_SIDEBAR, -22),
    ROW(OUTER_COMMENT, 40), ROW(OUTER_RELATED, -23), ROW(OUTER_SHARE, 54),
    ROW(OUTER_ADVERT, -33), ROW(OUTER_DIALOG, -31), ROW(OUTER_SIGNUP, 51),
    ROW(OUTER_FORM, 38), ROW(OUTER_BYLINE, -20),
    ROW(OUTER_BIOGRAPHY, 144), ROW(OUTER_CRUMBS, 34), ROW(OUTER_TAGS, 36),
    ROW(OUTER_UNSEEN, -28), ROW(OUTER_LEGAL, -15), ROW(OUTER_BUTTON, -2),
    ROW(OUTER_CARD, -11), ROW(OUTER_GALLERY, 2), ROW(OUTER_CONTENT, 27),
    ROW(OUTER_TITLE, 17), ROW(OUTER_CONTENTS, 72),
    ROW(OUTER_ANSWERS, -55), ROW(OUTER_PRODUCT, -17),
    ROW(OUTER_QUOTE, -72), ROW(OUTER_CAPTION, 11), ROW(OUTER_POST, 8),
    ROW(OUTER_HERO, -99), ROW(OUTER_WIDGET, -19), ROW(OUTER_EMBED, -4),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 101), ROW(MAIN_9, 150), ROW(MAIN_49, 34),
    ROW(MAIN_MORE, 25),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, 9), ROW(ARTICLE_9, 9), ROW(ARTICLE_49, 40),
    ROW(ARTICLE_MORE, 36),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 3),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -11), ROW(GROUP_LINKS_19, 1),
    ROW(GROUP_LINKS_49, -12), ROW(GROUP_LINKS_79, 1),
    ROW(GROUP_LINKS_MORE, 39),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, -15), ROW(GROUP_WORDS_7, -11),
    ROW(GROUP_WORDS_14, 15), ROW(GROUP_WORDS_29, 8),
    ROW(GROUP_WORDS_MORE, 21),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 22), ROW(GROUP_SHARE_4, 1),
    ROW(GROUP_SHARE_19, -4), ROW(GROUP_SHARE_49, -49),
    ROW(GROUP_SHARE_MORE, 49),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -9), ROW(SECTION_LINKS_19, -11),
    ROW(SECTION_LINKS_49, -1), ROW(SECTION_LINKS_79, -6),
    ROW(SECTION_LINKS_MORE, 45),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -27), ROW(SECTION_WORDS_7, 5),
    ROW(SECTION_WORDS_14, 30), ROW(SECTION_WORDS_29, 20),
    ROW(SECTION_WORDS_MORE, -10),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, 14), ROW(SECTION_SHARE_4, -16),
    ROW(SECTION_SHARE_19, -7), ROW(SECTION_SHARE_49, 11),
    ROW(SECTION_SHARE_MORE, 15),
    /* Percent of links in the branch that leaves the element of most prose with this block. */
    ROW(BRANCH_LINKS_4, 60), ROW(BRANCH_LINKS_19, 41),
    ROW(BRANCH_LINKS_49, 7), ROW(BRANCH_LINKS_79, -26),
    ROW(BRANCH_LINKS_MORE, -64),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 12), ROW(BRANCH_WORDS_7, 5),
    ROW(BRANCH_WORDS_14, -21), ROW(BRANCH_WORDS_29, 3),
    ROW(BRANCH_WORDS_MORE, 19),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, -10), ROW(BRANCH_SHARE_2, 3),
    ROW(BRANCH_SHARE_9, 25), ROW(BRANCH_SHARE_29, 25),
    ROW(BRANCH_SHARE_59, 4), ROW(BRANCH_SHARE_MORE, -29),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(CORE_DISTANCE_0, 30), ROW(CORE_DISTANCE_1, -21),
    ROW(CORE_DISTANCE_2, 20), ROW(CORE_DISTANCE_4, 10),
    ROW(CORE_DISTANCE_MORE, -21),
    /* Elements between it and the element of most prose that holds it. */
    ROW(CORE_DEPTH_0, -22), ROW(CORE_DEPTH_1, 9), ROW(CORE_DEPTH_2, 64),
    ROW(CORE_DEPTH_4, 21), ROW(CORE_DEPTH_MORE, -43),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -58), ROW(ALIKE_4, -46), ROW(ALIKE_19, 0),
    ROW(ALIKE_49, 23), ROW(ALIKE_MORE, 99),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(TWINS_0, -3), ROW(TWINS_2, 25), ROW(TWINS_5, 5),
    ROW(TWINS_MORE, -9),
    /* Blocks before the first long block of the core. */
    ROW(BEFORE_CORE_0, -137), ROW(BEFORE_CORE_2, -88),
    ROW(BEFORE_CORE_5, -57), ROW(BEFORE_CORE_12, -32),
    ROW(BEFORE_CORE_MORE, -3),
    /* Blocks after the last long block of the core. */
    ROW(AFTER_CORE_0, -136), ROW(AFTER_CORE_2, -121),
    ROW(AFTER_CORE_5, -106), ROW(AFTER_CORE_12, -84),
    ROW(AFTER_CORE_MORE, -86),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -176),
    /* First blocks after it. */
    ROW(AFTER_H1_0, -18), ROW(AFTER_H1_2, 10), ROW(AFTER_H1_5, 23),
    ROW(AFTER_H1_MORE, 10),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -55),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -92),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, 13),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -16),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 34),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, 20),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -22),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 12),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 76),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 3),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -38),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -76),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, -36),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, 44), ROW(PAGE_PROSE_99, 35),
    ROW(PAGE_PROSE_299, 10), ROW(PAGE_PROSE_MORE, -70),
    /* Percent of the page's prose in the core. */
    ROW(PAGE_CORE_19, 64), ROW(PAGE_CORE_49, 40), ROW(PAGE_CORE_79, -66),
    ROW(PAGE_CORE_MORE, -21),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, 0), ROW(PAGE_LINKS_49, 2),
    ROW(PAGE_LINKS_MORE, 15),
};

const int16_t MODEL_BIAS = 24;
