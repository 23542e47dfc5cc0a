#include "indexer/model.h"

/* clang-format off */

#define ROW(name, own, final) [SEEN_##name] = { (own), (final), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more. */
    ROW(WORDS_1, 12, -22), ROW(WORDS_3, 15, -17), ROW(WORDS_6, 40, 23),
    ROW(WORDS_12, 25, 6), ROW(WORDS_24, -1, 14), ROW(WORDS_49, 12, 7),
    ROW(WORDS_99, -9, -12), ROW(WORDS_MORE, -82, -45),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 23, 13), ROW(LINKS_19, 29, 11), ROW(LINKS_49, 31, 3),
    ROW(LINKS_79, -45, -66), ROW(LINKS_MORE, -26, -7),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -15, -9),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -10, 2),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 41, 30),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 27, 21),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 32, 29),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -140, -111),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -11, 1),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 38, 36),
    /* Percent of function words among seven words and more: prose has a third, lists of names none. */
    ROW(STOP_9, -44, -43), ROW(STOP_19, -26, -17), ROW(STOP_29, -1, 4),
    ROW(STOP_39, 14, 16), ROW(STOP_MORE, 1, 10),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 25, 27),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -63, -55),
    /* A third of its letters are digits. */
    ROW(DIGITS, -7, -3),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -29, -31),
    /* Has a sum of money. */
    ROW(PRICE, 44, 31),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -198, -240),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -129, -129),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -91, -116),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -114, -85),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -254, -202),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -56, -75),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -147, -158),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -117, -100),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -179, -184),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -47, -90),
    /* A line of its own, outside of lists, most of it a link: a pointer to another page. */
    ROW(LINE_LINK, 19, 7),
    /* Stands on the page more than once. */
    ROW(TWICE, -89, -70),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -114, -122),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, -16, -4),
    /* Heading of the first level. */
    ROW(HEADING_1, -56, -6),
    /* Heading of the second level. */
    ROW(HEADING_2, 79, 84),
    /* Heading of the third level. */
    ROW(HEADING_3, 38, 28),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, -13, -20),
    /* Item of a list. */
    ROW(ITEM, 20, -23),
    /* Row of a table. */
    ROW(CELL, -7, -38),
    /* In a paragraph element. */
    ROW(PARAGRAPH, 9, -15),
    /* Directly in a div or another box. */
    ROW(BARE, -58, -57),
    /* Preformatted: code. */
    ROW(PREFORMATTED, -37, -4),
    /* Term or description of a definition list. */
    ROW(TERM, -51, -37),
    /* Label of a control. */
    ROW(LABEL, 4, 7),
    /* In a quotation. */
    ROW(IN_QUOTE, 36, 14),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -125, -72),
    /* In a table. */
    ROW(IN_TABLE, 74, 38),
    /* In a list. */
    ROW(IN_LIST, 0, -10),
    /* In a form. */
    ROW(IN_FORM, -113, -76),
    /* In an address element. */
    ROW(IN_ADDRESS, -24, -94),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 0, -8),
    /* In a nav element. */
    ROW(IN_NAV, -159, -77),
    /* In an aside element. */
    ROW(IN_ASIDE, -196, -127),
    /* In a header element. */
    ROW(IN_HEADER, -44, -3),
    /* In a footer element. */
    ROW(IN_FOOTER, -374, -228),
    /* In a dialog element. */
    ROW(IN_DIALOG, -92, -147),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -104, -95),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, 22, 27),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -33, -12),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -113, -46), ROW(NEAR_HEADER, -65, -45),
    ROW(NEAR_FOOTER, -205, -120), ROW(NEAR_SIDEBAR, -199, -85),
    ROW(NEAR_COMMENT, -254, -76), ROW(NEAR_RELATED, -122, -62),
    ROW(NEAR_SHARE, -55, -32), ROW(NEAR_ADVERT, -29, -10),
    ROW(NEAR_DIALOG, -208, -111), ROW(NEAR_SIGNUP, -136, -55),
    ROW(NEAR_FORM, -35, -21), ROW(NEAR_BYLINE, -85, -56),
    ROW(NEAR_BIOGRAPHY, -172, -140), ROW(NEAR_CRUMBS, -91, -75),
    ROW(NEAR_TAGS, 3, 16), ROW(NEAR_UNSEEN, -27, -17), ROW(NEAR_LEGAL, -229, -107),
    ROW(NEAR_BUTTON, -49, -48), ROW(NEAR_CARD, 15, 12), ROW(NEAR_GALLERY, -22, 9),
    ROW(NEAR_CONTENT, 39, 10), ROW(NEAR_TITLE, -14, -3), ROW(NEAR_CONTENTS, 28, 26),
    ROW(NEAR_ANSWERS, 4, 7), ROW(NEAR_PRODUCT, 22, 13), ROW(NEAR_QUOTE, -44, -15),
    ROW(NEAR_CAPTION, -124, -60), ROW(NEAR_POST, 18, 16), ROW(NEAR_HERO, -49, -2),
    ROW(NEAR_WIDGET, -47, -15),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 46, 8), ROW(OUTER_HEADER, 15, 3),
    ROW(OUTER_FOOTER, -40, -21), ROW(OUTER_SIDEBAR, -24, 5),
    ROW(OUTER_COMMENT, 37, 37), ROW(OUTER_RELATED, -48, -23), ROW(OUTER_SHARE, 49, 0),
    ROW(OUTER_ADVERT, -22, -8), ROW(OUTER_DIALOG, -34, -2), ROW(OUTER_SIGNUP, 58, 27),
    ROW(OUTER_FORM, 34, 20), ROW(OUTER_BYLINE, -20, -15),
    ROW(OUTER_BIOGRAPHY, 104, 49), ROW(OUTER_CRUMBS, 43, 13), ROW(OUTER_TAGS, 27, 14),
    ROW(OUTER_UNSEEN, -27, -12), ROW(OUTER_LEGAL, -3, 37), ROW(OUTER_BUTTON, -14, 1),
    ROW(OUTER_CARD, -14, -8), ROW(OUTER_GALLERY, -4, 8), ROW(OUTER_CONTENT, 40, 11),
    ROW(OUTER_TITLE, 9, 3), ROW(OUTER_CONTENTS, 60, 41), ROW(OUTER_ANSWERS, -53, -15),
    ROW(OUTER_PRODUCT, 0, -4), ROW(OUTER_QUOTE, -78, -30), ROW(OUTER_CAPTION, 31, 21),
    ROW(OUTER_POST, 24, 1), ROW(OUTER_HERO, -96, -65), ROW(OUTER_WIDGET, -24, -13),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 102, 46), ROW(MAIN_9, 133, 63), ROW(MAIN_49, 49, 4),
    ROW(MAIN_MORE, 18, 6),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, 2, -1), ROW(ARTICLE_9, 15, 23), ROW(ARTICLE_49, 22, 6),
    ROW(ARTICLE_MORE, 37, 10),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 1, -5),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -5, -11), ROW(GROUP_LINKS_19, 3, -3),
    ROW(GROUP_LINKS_49, -13, -14), ROW(GROUP_LINKS_79, 0, -11),
    ROW(GROUP_LINKS_MORE, 26, -6),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, -17, -16), ROW(GROUP_WORDS_7, -14, -16),
    ROW(GROUP_WORDS_14, 15, 1), ROW(GROUP_WORDS_29, 8, -12),
    ROW(GROUP_WORDS_MORE, 20, -3),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 15, -15), ROW(GROUP_SHARE_4, -4, -6),
    ROW(GROUP_SHARE_19, -10, -12), ROW(GROUP_SHARE_49, -30, -14),
    ROW(GROUP_SHARE_MORE, 41, 2),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -27, -25), ROW(SECTION_LINKS_19, -10, -11),
    ROW(SECTION_LINKS_49, 2, -5), ROW(SECTION_LINKS_79, 4, -1),
    ROW(SECTION_LINKS_MORE, 43, -3),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -31, -13), ROW(SECTION_WORDS_7, -1, -7),
    ROW(SECTION_WORDS_14, 26, 4), ROW(SECTION_WORDS_29, 21, -8),
    ROW(SECTION_WORDS_MORE, -4, -23),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, 23, -5), ROW(SECTION_SHARE_4, -16, -21),
    ROW(SECTION_SHARE_19, -10, -9), ROW(SECTION_SHARE_49, 8, -5),
    ROW(SECTION_SHARE_MORE, 6, -6),
    /* Percent of links in the branch that leaves the element of most prose with this block. */
    ROW(BRANCH_LINKS_4, 60, -1), ROW(BRANCH_LINKS_19, 35, -5),
    ROW(BRANCH_LINKS_49, 9, -10), ROW(BRANCH_LINKS_79, -36, -13),
    ROW(BRANCH_LINKS_MORE, -56, -17),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 14, -6), ROW(BRANCH_WORDS_7, 7, -1),
    ROW(BRANCH_WORDS_14, -25, -16), ROW(BRANCH_WORDS_29, -2, -10),
    ROW(BRANCH_WORDS_MORE, 18, -13),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, -20, -9), ROW(BRANCH_SHARE_2, 0, -15),
    ROW(BRANCH_SHARE_9, 26, -3), ROW(BRANCH_SHARE_29, 19, -4),
    ROW(BRANCH_SHARE_59, 7, -1), ROW(BRANCH_SHARE_MORE, -21, -14),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(CORE_DISTANCE_0, 37, -2), ROW(CORE_DISTANCE_1, -18, -11),
    ROW(CORE_DISTANCE_2, 6, -8), ROW(CORE_DISTANCE_4, 7, -8),
    ROW(CORE_DISTANCE_MORE, -21, -17),
    /* Elements between it and the element of most prose that holds it. */
    ROW(CORE_DEPTH_0, -43, -57), ROW(CORE_DEPTH_1, 19, 26), ROW(CORE_DEPTH_2, 60, 11),
    ROW(CORE_DEPTH_4, 40, 22), ROW(CORE_DEPTH_MORE, -38, -4),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -58, -61), ROW(ALIKE_4, -39, -42), ROW(ALIKE_19, 3, -3),
    ROW(ALIKE_49, 17, 6), ROW(ALIKE_MORE, 89, 55),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(TWINS_0, 1, -10), ROW(TWINS_2, 22, 6), ROW(TWINS_5, -2, -16),
    ROW(TWINS_MORE, -9, -26),
    /* Blocks before the first long block of the core. */
    ROW(BEFORE_CORE_0, -111, -97), ROW(BEFORE_CORE_2, -70, -36),
    ROW(BEFORE_CORE_5, -36, -16), ROW(BEFORE_CORE_12, -12, -7),
    ROW(BEFORE_CORE_MORE, 17, 8),
    /* Blocks after the last long block of the core. */
    ROW(AFTER_CORE_0, -112, -32), ROW(AFTER_CORE_2, -96, -41),
    ROW(AFTER_CORE_5, -81, -29), ROW(AFTER_CORE_12, -57, -3),
    ROW(AFTER_CORE_MORE, -61, -12),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -169, -66),
    /* First blocks after it. */
    ROW(AFTER_H1_0, 3, 77), ROW(AFTER_H1_2, 14, -2), ROW(AFTER_H1_5, 42, 30),
    ROW(AFTER_H1_MORE, 18, -10),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -40, 0),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -94, -20),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, 15, -12),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -16, 7),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 31, 7),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, 13, -33),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -26, 0),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 10, -16),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 72, 64),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 3, -2),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -40, -10),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -77, -25),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, -60, -16),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, 46, -2), ROW(PAGE_PROSE_99, 17, -10),
    ROW(PAGE_PROSE_299, 7, -10), ROW(PAGE_PROSE_MORE, -57, -23),
    /* Percent of the page's prose in the core. */
    ROW(PAGE_CORE_19, 55, 13), ROW(PAGE_CORE_49, 36, 0), ROW(PAGE_CORE_79, -63, -40),
    ROW(PAGE_CORE_MORE, -16, -18),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, -5, -19), ROW(PAGE_LINKS_49, 2, -10),
    ROW(PAGE_LINKS_MORE, 14, -17),
};

const int16_t MODEL_OWN_BIAS = 12;
const int16_t MODEL_FINAL_BIAS = -46;

const int16_t MODEL_PREVIOUS[MODEL_STEPS] = { -3, 31, 38, 48, 51, 56, 79 };
const int16_t MODEL_PREVIOUS_BUT_ONE[MODEL_STEPS] = { 59, 61, 89, 98, 106, 100, 81 };
const int16_t MODEL_NEXT[MODEL_STEPS] = { -37, -14, 15, 32, 42, 88, 122 };
const int16_t MODEL_NEXT_BUT_ONE[MODEL_STEPS] = { 54, 64, 88, 89, 98, 97, 77 };
const int16_t MODEL_GROUP[MODEL_STEPS] = { 5, -9, 14, 18, 33, 89, 50 };
const int16_t MODEL_BRANCH[MODEL_STEPS] = { -54, 5, 2, 25, 36, 42, 13 };
const int16_t MODEL_WINDOW[MODEL_STEPS] = { -66, -24, -18, -11, -2, 29, 52 };

const int16_t MODEL_PAGE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -27, -62, -1, 8, -9, -54, 104 },
    { 58, 41, 27, -15, -37, 19, -38 },
    { 6, 34, 12, -12, -9, -13, -52 },
    { -44, -22, -42, -57, -22, 42, 119 },
};

const int16_t MODEL_PAGE_SORT[MODEL_PAGES][SORT_COUNT] = {
    { 60, 22, -11, 20, -54, 49, -3, -18, -107 },
    { 48, -77, 76, -13, 20, -46, 33, 29, -14 },
    { 24, -74, -19, 38, 17, -12, 1, -38, 30 },
    { -45, -95, 41, 31, 5, 3, 10, -16, 42 },
};

const int16_t MODEL_SIZE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -56, 53, 26, -40, -92, -70, 0 },
    { 2, 11, -1, -12, 16, 86, 158 },
    { 14, -21, -5, -20, 11, 11, -28 },
    { 32, -51, -23, -4, -11, -33, 3 },
};

const int16_t MODEL_SORT_OWN[SORT_COUNT][MODEL_STEPS] = {
    { 62, 39, 30, -5, -2, -23, -15 },
    { 4, 5, -66, -46, -67, -56, 0 },
    { -28, -15, 133, 10, 9, 59, -82 },
    { 19, -21, 5, -15, 29, 31, 27 },
    { 25, 9, -22, -34, -19, -3, 32 },
    { 20, 50, 13, -19, -28, -49, 6 },
    { 43, 51, -37, -21, -47, -11, 63 },
    { -45, -30, -18, 23, -10, -17, 54 },
    { -108, -98, -40, 31, 58, 62, 47 },
};

const int16_t MODEL_PAGE_WINDOW[MODEL_PAGES][MODEL_STEPS] = {
    { -25, -21, 5, -22, -50, 35, 42 },
    { -31, 2, -16, 11, 43, 53, -7 },
    { -22, 7, -5, -9, 5, -48, 38 },
    { 12, -12, -2, 8, -1, -10, -21 },
};

const int16_t MODEL_PAGE_BRANCH[MODEL_PAGES][MODEL_STEPS] = {
    { 46, 11, -4, 20, -36, 104, 41 },
    { 15, 10, 2, -6, 15, -76, -46 },
    { -88, -1, -19, 7, 2, 11, 22 },
    { -27, -14, 22, 4, 55, 3, -3 },
};

const int16_t MODEL_SORT_BRANCH[SORT_COUNT][MODEL_STEPS] = {
    { -93, -67, -85, -62, -41, 36, 26 },
    { 6, 89, 99, 128, 80, 41, 2 },
    { -42, -47, -24, -34, 8, -117, -135 },
    { -30, 5, -13, 21, 27, 37, 27 },
    { 88, -17, -32, -30, 5, 15, 18 },
    { -9, 22, -2, 11, 9, 54, 6 },
    { -23, -43, 26, 20, 1, 6, 19 },
    { -7, 40, 14, 3, 8, 12, 6 },
    { 55, 24, 19, -32, -61, -43, 45 },
};

const int16_t MODEL_SORT_WINDOW[SORT_COUNT][MODEL_STEPS] = {
    { -15, -18, 31, 18, 8, 14, 49 },
    { -42, -13, 5, -21, -32, -69, -51 },
    { -26, 117, 36, -31, 11, 40, -61 },
    { -54, -26, -16, 28, 26, 84, 33 },
    { -71, -79, -9, 46, 14, 63, 24 },
    { 2, 22, 12, 18, -24, -19, -20 },
    { 3, 22, -1, 19, 10, -25, 17 },
    { 21, -38, -39, -37, 27, -1, 24 },
    { 115, -11, -35, -52, -42, -59, 36 },
};
