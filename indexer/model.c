#include "indexer/model.h"

/* clang-format off */

#define ROW(name, own, final) [SEEN_##name] = { (own), (final), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more. */
    ROW(WORDS_1, 11, -24), ROW(WORDS_3, 14, -17), ROW(WORDS_6, 40, 23),
    ROW(WORDS_12, 25, 8), ROW(WORDS_24, -1, 13), ROW(WORDS_49, 12, 6),
    ROW(WORDS_99, -9, -13), ROW(WORDS_MORE, -82, -43),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 23, 13), ROW(LINKS_19, 29, 11), ROW(LINKS_49, 30, 3),
    ROW(LINKS_79, -45, -68), ROW(LINKS_MORE, -26, -7),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -16, -7),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -10, 0),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 41, 30),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 27, 21),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 32, 31),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -140, -106),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -11, 1),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 37, 35),
    /* Percent of function words among seven words and more: prose has a third, lists of names none. */
    ROW(STOP_9, -43, -41), ROW(STOP_19, -26, -17), ROW(STOP_29, -1, 3),
    ROW(STOP_39, 14, 16), ROW(STOP_MORE, 1, 9),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 25, 28),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -63, -57),
    /* A third of its letters are digits. */
    ROW(DIGITS, -5, 6),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -29, -32),
    /* Has a sum of money. */
    ROW(PRICE, 44, 31),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -198, -244),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -129, -127),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -91, -115),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -114, -84),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -253, -202),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -57, -75),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -148, -154),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -117, -99),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -182, -186),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -47, -89),
    /* A line of its own, outside of lists, most of it a link: a pointer to another page. */
    ROW(LINE_LINK, 19, 8),
    /* Stands on the page more than once. */
    ROW(TWICE, -89, -70),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -113, -117),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, -18, -8),
    /* Heading of the first level. */
    ROW(HEADING_1, -51, -6),
    /* Heading of the second level. */
    ROW(HEADING_2, 85, 84),
    /* Heading of the third level. */
    ROW(HEADING_3, 44, 28),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, -8, -18),
    /* Item of a list. */
    ROW(ITEM, 26, -25),
    /* Row of a table. */
    ROW(CELL, -51, -34),
    /* In a paragraph element. */
    ROW(PARAGRAPH, 17, -17),
    /* Directly in a div or another box. */
    ROW(BARE, -51, -60),
    /* Preformatted: code. */
    ROW(PREFORMATTED, -37, -4),
    /* Term or description of a definition list. */
    ROW(TERM, -52, -38),
    /* Label of a control. */
    ROW(LABEL, 4, 10),
    /* In a quotation. */
    ROW(IN_QUOTE, 35, 13),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -123, -74),
    /* In a table. */
    ROW(IN_TABLE, 111, 64),
    /* In a list. */
    ROW(IN_LIST, 1, -10),
    /* In a form. */
    ROW(IN_FORM, -110, -82),
    /* In an address element. */
    ROW(IN_ADDRESS, -24, -92),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 1, -9),
    /* In a nav element. */
    ROW(IN_NAV, -160, -75),
    /* In an aside element. */
    ROW(IN_ASIDE, -197, -129),
    /* In a header element. */
    ROW(IN_HEADER, -44, -3),
    /* In a footer element. */
    ROW(IN_FOOTER, -373, -230),
    /* In a dialog element. */
    ROW(IN_DIALOG, -92, -149),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -104, -94),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, 22, 26),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -33, -13),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -114, -48), ROW(NEAR_HEADER, -65, -49),
    ROW(NEAR_FOOTER, -206, -120), ROW(NEAR_SIDEBAR, -199, -88),
    ROW(NEAR_COMMENT, -254, -79), ROW(NEAR_RELATED, -122, -63),
    ROW(NEAR_SHARE, -55, -34), ROW(NEAR_ADVERT, -29, -12),
    ROW(NEAR_DIALOG, -208, -105), ROW(NEAR_SIGNUP, -137, -59),
    ROW(NEAR_FORM, -35, -20), ROW(NEAR_BYLINE, -85, -59),
    ROW(NEAR_BIOGRAPHY, -172, -141), ROW(NEAR_CRUMBS, -90, -73),
    ROW(NEAR_TAGS, 3, 18), ROW(NEAR_UNSEEN, -26, -18), ROW(NEAR_LEGAL, -229, -110),
    ROW(NEAR_BUTTON, -49, -49), ROW(NEAR_CARD, 15, 12), ROW(NEAR_GALLERY, -23, 9),
    ROW(NEAR_CONTENT, 39, 12), ROW(NEAR_TITLE, -15, -5), ROW(NEAR_CONTENTS, 28, 28),
    ROW(NEAR_ANSWERS, 4, 7), ROW(NEAR_PRODUCT, 23, 11), ROW(NEAR_QUOTE, -44, -13),
    ROW(NEAR_CAPTION, -124, -60), ROW(NEAR_POST, 18, 17), ROW(NEAR_HERO, -48, -2),
    ROW(NEAR_WIDGET, -47, -16),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 46, 6), ROW(OUTER_HEADER, 15, 4),
    ROW(OUTER_FOOTER, -40, -20), ROW(OUTER_SIDEBAR, -24, 4),
    ROW(OUTER_COMMENT, 38, 39), ROW(OUTER_RELATED, -47, -27), ROW(OUTER_SHARE, 49, 0),
    ROW(OUTER_ADVERT, -22, -7), ROW(OUTER_DIALOG, -34, -1), ROW(OUTER_SIGNUP, 57, 26),
    ROW(OUTER_FORM, 34, 20), ROW(OUTER_BYLINE, -21, -17),
    ROW(OUTER_BIOGRAPHY, 103, 44), ROW(OUTER_CRUMBS, 43, 13), ROW(OUTER_TAGS, 27, 14),
    ROW(OUTER_UNSEEN, -27, -12), ROW(OUTER_LEGAL, -3, 36), ROW(OUTER_BUTTON, -14, 1),
    ROW(OUTER_CARD, -13, -8), ROW(OUTER_GALLERY, -4, 8), ROW(OUTER_CONTENT, 40, 12),
    ROW(OUTER_TITLE, 10, 2), ROW(OUTER_CONTENTS, 60, 41),
    ROW(OUTER_ANSWERS, -53, -14), ROW(OUTER_PRODUCT, 0, -2),
    ROW(OUTER_QUOTE, -78, -29), ROW(OUTER_CAPTION, 31, 21), ROW(OUTER_POST, 24, 0),
    ROW(OUTER_HERO, -96, -65), ROW(OUTER_WIDGET, -24, -12),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 101, 45), ROW(MAIN_9, 133, 62), ROW(MAIN_49, 49, 3),
    ROW(MAIN_MORE, 19, 7),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, 2, -3), ROW(ARTICLE_9, 14, 22), ROW(ARTICLE_49, 22, 7),
    ROW(ARTICLE_MORE, 37, 11),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 2, -4),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -5, -12), ROW(GROUP_LINKS_19, 3, -4),
    ROW(GROUP_LINKS_49, -14, -16), ROW(GROUP_LINKS_79, 1, -10),
    ROW(GROUP_LINKS_MORE, 25, -7),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, -17, -17), ROW(GROUP_WORDS_7, -14, -17),
    ROW(GROUP_WORDS_14, 15, 1), ROW(GROUP_WORDS_29, 8, -13),
    ROW(GROUP_WORDS_MORE, 19, -3),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 15, -15), ROW(GROUP_SHARE_4, -4, -8),
    ROW(GROUP_SHARE_19, -10, -13), ROW(GROUP_SHARE_49, -31, -14),
    ROW(GROUP_SHARE_MORE, 40, 2),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -27, -25), ROW(SECTION_LINKS_19, -10, -12),
    ROW(SECTION_LINKS_49, 2, -5), ROW(SECTION_LINKS_79, 3, -2),
    ROW(SECTION_LINKS_MORE, 43, -3),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -31, -14), ROW(SECTION_WORDS_7, -1, -8),
    ROW(SECTION_WORDS_14, 26, 4), ROW(SECTION_WORDS_29, 21, -7),
    ROW(SECTION_WORDS_MORE, -5, -22),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, 22, -6), ROW(SECTION_SHARE_4, -16, -21),
    ROW(SECTION_SHARE_19, -10, -9), ROW(SECTION_SHARE_49, 8, -5),
    ROW(SECTION_SHARE_MORE, 6, -7),
    /* Percent of links in the branch that leaves the element of most prose with this block. */
    ROW(BRANCH_LINKS_4, 59, 0), ROW(BRANCH_LINKS_19, 35, -5),
    ROW(BRANCH_LINKS_49, 8, -9), ROW(BRANCH_LINKS_79, -36, -15),
    ROW(BRANCH_LINKS_MORE, -56, -20),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 13, -9), ROW(BRANCH_WORDS_7, 7, -1),
    ROW(BRANCH_WORDS_14, -25, -15), ROW(BRANCH_WORDS_29, -3, -9),
    ROW(BRANCH_WORDS_MORE, 17, -14),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, -20, -9), ROW(BRANCH_SHARE_2, -1, -14),
    ROW(BRANCH_SHARE_9, 26, -3), ROW(BRANCH_SHARE_29, 19, -5),
    ROW(BRANCH_SHARE_59, 7, -3), ROW(BRANCH_SHARE_MORE, -21, -15),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(CORE_DISTANCE_0, 37, -4), ROW(CORE_DISTANCE_1, -19, -12),
    ROW(CORE_DISTANCE_2, 6, -8), ROW(CORE_DISTANCE_4, 7, -8),
    ROW(CORE_DISTANCE_MORE, -21, -17),
    /* Elements between it and the element of most prose that holds it. */
    ROW(CORE_DEPTH_0, -43, -60), ROW(CORE_DEPTH_1, 18, 25), ROW(CORE_DEPTH_2, 60, 11),
    ROW(CORE_DEPTH_4, 41, 27), ROW(CORE_DEPTH_MORE, -40, -8),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -58, -60), ROW(ALIKE_4, -39, -41), ROW(ALIKE_19, 2, -5),
    ROW(ALIKE_49, 17, 4), ROW(ALIKE_MORE, 88, 53),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(TWINS_0, 0, -11), ROW(TWINS_2, 22, 5), ROW(TWINS_5, -2, -16),
    ROW(TWINS_MORE, -9, -26),
    /* Blocks before the first long block of the core. */
    ROW(BEFORE_CORE_0, -111, -96), ROW(BEFORE_CORE_2, -70, -38),
    ROW(BEFORE_CORE_5, -37, -19), ROW(BEFORE_CORE_12, -12, -11),
    ROW(BEFORE_CORE_MORE, 17, 5),
    /* Blocks after the last long block of the core. */
    ROW(AFTER_CORE_0, -113, -31), ROW(AFTER_CORE_2, -96, -43),
    ROW(AFTER_CORE_5, -81, -32), ROW(AFTER_CORE_12, -58, -7),
    ROW(AFTER_CORE_MORE, -61, -17),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -169, -65),
    /* First blocks after it. */
    ROW(AFTER_H1_0, 3, 80), ROW(AFTER_H1_2, 14, 1), ROW(AFTER_H1_5, 42, 31),
    ROW(AFTER_H1_MORE, 18, -8),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -41, -2),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -94, -22),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, 14, -13),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -16, 7),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 31, 6),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, 13, -32),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -26, -1),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 10, -16),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 72, 64),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 4, -1),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -39, -9),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -77, -27),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, -60, -14),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, 47, -5), ROW(PAGE_PROSE_99, 16, -14),
    ROW(PAGE_PROSE_299, 6, -8), ROW(PAGE_PROSE_MORE, -59, -22),
    /* Percent of the page's prose in the core. */
    ROW(PAGE_CORE_19, 55, 12), ROW(PAGE_CORE_49, 35, 0), ROW(PAGE_CORE_79, -64, -41),
    ROW(PAGE_CORE_MORE, -16, -19),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, -5, -19), ROW(PAGE_LINKS_49, 2, -10),
    ROW(PAGE_LINKS_MORE, 14, -19),
};

const int16_t MODEL_OWN_BIAS = 10;
const int16_t MODEL_FINAL_BIAS = -48;

const int16_t MODEL_PREVIOUS[MODEL_STEPS] = { -3, 31, 39, 50, 53, 56, 76 };
const int16_t MODEL_PREVIOUS_BUT_ONE[MODEL_STEPS] = { 60, 63, 92, 100, 109, 100, 81 };
const int16_t MODEL_NEXT[MODEL_STEPS] = { -32, -14, 17, 32, 43, 88, 120 };
const int16_t MODEL_NEXT_BUT_ONE[MODEL_STEPS] = { 47, 58, 80, 83, 94, 90, 69 };
const int16_t MODEL_GROUP[MODEL_STEPS] = { 3, -8, 15, 19, 34, 86, 48 };
const int16_t MODEL_BRANCH[MODEL_STEPS] = { -48, 9, 12, 28, 39, 38, 32 };
const int16_t MODEL_WINDOW[MODEL_STEPS] = { -59, -22, -15, -10, 0, 35, 31 };

const int16_t MODEL_PAGE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -11, -59, 2, 12, 4, -75, 79 },
    { 55, 35, 25, -15, -38, 20, -36 },
    { 8, 40, 13, -13, -13, -5, -49 },
    { -51, -27, -46, -56, -22, 53, 122 },
};

const int16_t MODEL_PAGE_SORT[MODEL_PAGES][SORT_COUNT] = {
    { 57, 29, -22, 15, -55, 48, 2, -12, -110 },
    { 46, -84, 66, -18, 28, -51, 36, 26, -3 },
    { 26, -65, -33, 39, 14, -12, 4, -28, 37 },
    { -41, -86, -3, 27, 5, 16, 15, -8, 47 },
};

const int16_t MODEL_SIZE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -55, 52, 12, -36, -102, -68, 0 },
    { 3, 8, 4, -12, 23, 87, 151 },
    { 16, -22, -4, -20, 17, 10, -34 },
    { 36, -48, -18, -3, -8, -37, -2 },
};

const int16_t MODEL_SORT_OWN[SORT_COUNT][MODEL_STEPS] = {
    { 59, 40, 30, -2, -5, -22, -11 },
    { 7, 7, -60, -44, -67, -48, 0 },
    { -21, -21, 110, -5, 15, 28, -97 },
    { 21, -25, 7, -13, 28, 44, 1 },
    { 25, 7, -21, -32, -17, 2, 28 },
    { 15, 54, 14, -15, -25, -50, 7 },
    { 40, 46, -31, -20, -46, -3, 71 },
    { -39, -26, -15, 27, -10, -17, 59 },
    { -105, -92, -39, 33, 58, 60, 57 },
};

const int16_t MODEL_PAGE_WINDOW[MODEL_PAGES][MODEL_STEPS] = {
    { -23, -18, 9, -19, -54, 53, 11 },
    { -32, 3, -24, 1, 45, 49, 4 },
    { -11, 10, 5, 9, 12, -52, 7 },
    { 7, -18, -5, -2, -3, -16, 9 },
};

const int16_t MODEL_PAGE_BRANCH[MODEL_PAGES][MODEL_STEPS] = {
    { 45, 10, 2, 19, -30, 77, 13 },
    { 28, 23, 27, 9, 24, -65, -32 },
    { -110, -16, -38, -8, -7, 26, 11 },
    { -10, -7, 21, 8, 52, 0, 40 },
};

const int16_t MODEL_SORT_BRANCH[SORT_COUNT][MODEL_STEPS] = {
    { -96, -64, -95, -61, -45, 38, 20 },
    { 2, 85, 81, 122, 68, 46, 1 },
    { -13, -64, 67, -30, 25, -148, -43 },
    { -28, 24, -25, 24, 25, 39, -1 },
    { 86, -15, -29, -25, 11, 20, 0 },
    { -10, 25, -13, 12, 18, 60, 5 },
    { -24, -31, 10, 20, -4, 5, 11 },
    { -17, 32, 5, -1, 5, 16, 5 },
    { 52, 17, 11, -35, -65, -38, 33 },
};

const int16_t MODEL_SORT_WINDOW[SORT_COUNT][MODEL_STEPS] = {
    { -17, -16, 32, 17, 10, 14, 48 },
    { -46, -6, 10, -19, -31, -64, -49 },
    { -6, 73, 18, -49, 4, 23, -56 },
    { -54, -27, -13, 32, 28, 89, 8 },
    { -69, -73, -5, 47, 14, 69, 8 },
    { 0, 29, 13, 22, -26, -18, -18 },
    { -1, 33, 0, 20, 12, -26, 25 },
    { 21, -28, -35, -32, 25, 1, 26 },
    { 113, -6, -35, -47, -38, -53, 39 },
};
