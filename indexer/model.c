#include "indexer/model.h"

/* clang-format off: a table. */

#define ROW(name, own, final) [SEEN_##name] = { (own), (final), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more.
     */
    ROW(WORDS_1, 12, -22),
    ROW(WORDS_3, 14, -17),
    ROW(WORDS_6, 40, 24),
    ROW(WORDS_12, 25, 5),
    ROW(WORDS_24, 0, 15),
    ROW(WORDS_49, 12, 7),
    ROW(WORDS_99, -10, -12),
    ROW(WORDS_MORE, -81, -44),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 22, 12),
    ROW(LINKS_19, 28, 11),
    ROW(LINKS_49, 31, 6),
    ROW(LINKS_79, -43, -64),
    ROW(LINKS_MORE, -26, -8),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -15, -10),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -11, 2),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 41, 31),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 28, 22),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 32, 29),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -138, -114),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -11, 1),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 39, 37),
    /* Percent of function words among seven words and more: prose has a third, lists of
       names none. */
    ROW(STOP_9, -42, -42),
    ROW(STOP_19, -27, -18),
    ROW(STOP_29, 0, 5),
    ROW(STOP_39, 14, 16),
    ROW(STOP_MORE, 1, 10),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 24, 27),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -63, -53),
    /* A third of its letters are digits. */
    ROW(DIGITS, -8, -2),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -29, -33),
    /* Has a sum of money. */
    ROW(PRICE, 44, 32),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -196, -247),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -125, -128),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -95, -120),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -122, -94),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -253, -208),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -57, -75),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -161, -171),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -115, -102),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -183, -191),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -49, -97),
    /* A line of its own, outside of lists, most of it a link: a pointer to another
       page. */
    ROW(LINE_LINK, 18, 4),
    /* Stands on the page more than once. */
    ROW(TWICE, -88, -70),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -114, -125),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, -16, -5),
    /* Heading of the first level. */
    ROW(HEADING_1, -56, -9),
    /* Heading of the second level. */
    ROW(HEADING_2, 79, 87),
    /* Heading of the third level. */
    ROW(HEADING_3, 38, 30),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, -14, -16),
    /* Item of a list. */
    ROW(ITEM, 20, -28),
    /* Row of a table. */
    ROW(CELL, -7, -30),
    /* In a paragraph element. */
    ROW(PARAGRAPH, 9, -16),
    /* Directly in a div or another box. */
    ROW(BARE, -57, -60),
    /* Preformatted: code. */
    ROW(PREFORMATTED, -37, -6),
    /* Term or description of a definition list. */
    ROW(TERM, -51, -38),
    /* Label of a control. */
    ROW(LABEL, 4, 8),
    /* In a quotation. */
    ROW(IN_QUOTE, 34, 13),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -122, -70),
    /* In a table. */
    ROW(IN_TABLE, 75, 39),
    /* In a list. */
    ROW(IN_LIST, 1, -7),
    /* In a form. */
    ROW(IN_FORM, -115, -77),
    /* In an address element. */
    ROW(IN_ADDRESS, -24, -95),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 1, -11),
    /* In a nav element. */
    ROW(IN_NAV, -160, -83),
    /* In an aside element. */
    ROW(IN_ASIDE, -193, -128),
    /* In a header element. */
    ROW(IN_HEADER, -43, -2),
    /* In a footer element. */
    ROW(IN_FOOTER, -373, -233),
    /* In a dialog element. */
    ROW(IN_DIALOG, -91, -150),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -104, -97),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, 20, 29),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -34, -15),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -113, -48),
    ROW(NEAR_HEADER, -65, -48),
    ROW(NEAR_FOOTER, -203, -124),
    ROW(NEAR_SIDEBAR, -203, -95),
    ROW(NEAR_COMMENT, -253, -81),
    ROW(NEAR_RELATED, -155, -81),
    ROW(NEAR_SHARE, -53, -33),
    ROW(NEAR_ADVERT, -27, -11),
    ROW(NEAR_DIALOG, -207, -114),
    ROW(NEAR_SIGNUP, -140, -64),
    ROW(NEAR_FORM, -33, -21),
    ROW(NEAR_BYLINE, -84, -57),
    ROW(NEAR_BIOGRAPHY, -174, -146),
    ROW(NEAR_CRUMBS, -89, -76),
    ROW(NEAR_TAGS, 5, 19),
    ROW(NEAR_UNSEEN, -27, -18),
    ROW(NEAR_LEGAL, -228, -115),
    ROW(NEAR_BUTTON, -49, -49),
    ROW(NEAR_CARD, 16, 13),
    ROW(NEAR_GALLERY, -22, 8),
    ROW(NEAR_CONTENT, 36, 11),
    ROW(NEAR_TITLE, -13, -2),
    ROW(NEAR_CONTENTS, 30, 29),
    ROW(NEAR_ANSWERS, 3, 6),
    ROW(NEAR_PRODUCT, 25, 14),
    ROW(NEAR_QUOTE, -44, -15),
    ROW(NEAR_CAPTION, -118, -61),
    ROW(NEAR_POST, 17, 17),
    ROW(NEAR_HERO, -47, 0),
    ROW(NEAR_WIDGET, -45, -14),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 45, 6),
    ROW(OUTER_HEADER, 15, 4),
    ROW(OUTER_FOOTER, -40, -21),
    ROW(OUTER_SIDEBAR, -24, 3),
    ROW(OUTER_COMMENT, 36, 37),
    ROW(OUTER_RELATED, -49, -29),
    ROW(OUTER_SHARE, 48, 0),
    ROW(OUTER_ADVERT, -22, -6),
    ROW(OUTER_DIALOG, -33, -1),
    ROW(OUTER_SIGNUP, 58, 30),
    ROW(OUTER_FORM, 34, 26),
    ROW(OUTER_BYLINE, -21, -20),
    ROW(OUTER_BIOGRAPHY, 100, 51),
    ROW(OUTER_CRUMBS, 43, 13),
    ROW(OUTER_TAGS, 27, 15),
    ROW(OUTER_UNSEEN, -26, -14),
    ROW(OUTER_LEGAL, -3, 37),
    ROW(OUTER_BUTTON, -14, -2),
    ROW(OUTER_CARD, -13, -8),
    ROW(OUTER_GALLERY, -5, 5),
    ROW(OUTER_CONTENT, 39, 12),
    ROW(OUTER_TITLE, 12, 6),
    ROW(OUTER_CONTENTS, 61, 42),
    ROW(OUTER_ANSWERS, -52, -17),
    ROW(OUTER_PRODUCT, 0, -7),
    ROW(OUTER_QUOTE, -78, -30),
    ROW(OUTER_CAPTION, 32, 24),
    ROW(OUTER_POST, 23, 2),
    ROW(OUTER_HERO, -96, -73),
    ROW(OUTER_WIDGET, -23, -13),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 102, 50),
    ROW(MAIN_9, 133, 72),
    ROW(MAIN_49, 49, 7),
    ROW(MAIN_MORE, 19, 7),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, 3, 0),
    ROW(ARTICLE_9, 17, 25),
    ROW(ARTICLE_49, 25, 8),
    ROW(ARTICLE_MORE, 38, 14),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 0, -5),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -4, -10),
    ROW(GROUP_LINKS_19, 4, -1),
    ROW(GROUP_LINKS_49, -13, -14),
    ROW(GROUP_LINKS_79, 1, -12),
    ROW(GROUP_LINKS_MORE, 25, -5),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, -17, -15),
    ROW(GROUP_WORDS_7, -15, -16),
    ROW(GROUP_WORDS_14, 15, 2),
    ROW(GROUP_WORDS_29, 7, -12),
    ROW(GROUP_WORDS_MORE, 20, -2),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 15, -13),
    ROW(GROUP_SHARE_4, -3, -5),
    ROW(GROUP_SHARE_19, -9, -11),
    ROW(GROUP_SHARE_49, -31, -16),
    ROW(GROUP_SHARE_MORE, 40, 3),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -26, -26),
    ROW(SECTION_LINKS_19, -10, -12),
    ROW(SECTION_LINKS_49, 1, -3),
    ROW(SECTION_LINKS_79, 5, 1),
    ROW(SECTION_LINKS_MORE, 42, -2),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -30, -16),
    ROW(SECTION_WORDS_7, 0, -6),
    ROW(SECTION_WORDS_14, 27, 6),
    ROW(SECTION_WORDS_29, 22, -5),
    ROW(SECTION_WORDS_MORE, -6, -21),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, 23, -2),
    ROW(SECTION_SHARE_4, -16, -21),
    ROW(SECTION_SHARE_19, -10, -10),
    ROW(SECTION_SHARE_49, 9, -5),
    ROW(SECTION_SHARE_MORE, 6, -6),
    /* Percent of links in the branch that leaves the element of most prose with this
       block. */
    ROW(BRANCH_LINKS_4, 60, 2),
    ROW(BRANCH_LINKS_19, 34, -5),
    ROW(BRANCH_LINKS_49, 9, -10),
    ROW(BRANCH_LINKS_79, -37, -13),
    ROW(BRANCH_LINKS_MORE, -54, -16),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 13, -3),
    ROW(BRANCH_WORDS_7, 8, -1),
    ROW(BRANCH_WORDS_14, -25, -17),
    ROW(BRANCH_WORDS_29, -3, -10),
    ROW(BRANCH_WORDS_MORE, 19, -12),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, -20, -12),
    ROW(BRANCH_SHARE_2, 1, -15),
    ROW(BRANCH_SHARE_9, 26, -2),
    ROW(BRANCH_SHARE_29, 19, -3),
    ROW(BRANCH_SHARE_59, 5, -1),
    ROW(BRANCH_SHARE_MORE, -19, -11),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(CORE_DISTANCE_0, 38, 1),
    ROW(CORE_DISTANCE_1, -22, -12),
    ROW(CORE_DISTANCE_2, 7, -8),
    ROW(CORE_DISTANCE_4, 8, -8),
    ROW(CORE_DISTANCE_MORE, -19, -17),
    /* Elements between it and the element of most prose that holds it. */
    ROW(CORE_DEPTH_0, -42, -58),
    ROW(CORE_DEPTH_1, 19, 26),
    ROW(CORE_DEPTH_2, 61, 14),
    ROW(CORE_DEPTH_4, 39, 23),
    ROW(CORE_DEPTH_MORE, -39, -4),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -58, -63),
    ROW(ALIKE_4, -40, -43),
    ROW(ALIKE_19, 3, -4),
    ROW(ALIKE_49, 17, 7),
    ROW(ALIKE_MORE, 90, 60),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(TWINS_0, 0, -10),
    ROW(TWINS_2, 22, 7),
    ROW(TWINS_5, -2, -15),
    ROW(TWINS_MORE, -8, -25),
    /* Blocks before the first long block of the core. */
    ROW(BEFORE_CORE_0, -110, -100),
    ROW(BEFORE_CORE_2, -70, -37),
    ROW(BEFORE_CORE_5, -36, -16),
    ROW(BEFORE_CORE_12, -12, -5),
    ROW(BEFORE_CORE_MORE, 16, 10),
    /* Blocks after the last long block of the core. */
    ROW(AFTER_CORE_0, -112, -37),
    ROW(AFTER_CORE_2, -95, -48),
    ROW(AFTER_CORE_5, -81, -31),
    ROW(AFTER_CORE_12, -58, -2),
    ROW(AFTER_CORE_MORE, -61, -12),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -169, -71),
    /* First blocks after it. */
    ROW(AFTER_H1_0, 3, 70),
    ROW(AFTER_H1_2, 14, -2),
    ROW(AFTER_H1_5, 42, 31),
    ROW(AFTER_H1_MORE, 18, -9),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -39, -2),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -98, -25),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, 14, -11),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -16, 6),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 30, 8),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, 13, -33),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -26, 0),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 10, -16),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 72, 65),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 3, -4),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -39, -11),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -77, -26),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, -58, -18),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, 47, 0),
    ROW(PAGE_PROSE_99, 18, -8),
    ROW(PAGE_PROSE_299, 5, -9),
    ROW(PAGE_PROSE_MORE, -59, -25),
    /* Percent of the page's prose in the core. */
    ROW(PAGE_CORE_19, 54, 14),
    ROW(PAGE_CORE_49, 35, 3),
    ROW(PAGE_CORE_79, -62, -42),
    ROW(PAGE_CORE_MORE, -16, -18),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, -5, -17),
    ROW(PAGE_LINKS_49, 3, -9),
    ROW(PAGE_LINKS_MORE, 13, -17),
};

const int16_t MODEL_OWN_BIAS = 12;
const int16_t MODEL_FINAL_BIAS = -43;

const int16_t MODEL_PREVIOUS[MODEL_STEPS] = { -5, 30, 44, 43, 48, 57, 77 };
const int16_t MODEL_PREVIOUS_BUT_ONE[MODEL_STEPS] = { 59, 60, 84, 94, 104, 97, 77 };
const int16_t MODEL_NEXT[MODEL_STEPS] = { -35, -16, 16, 35, 44, 90, 122 };
const int16_t MODEL_NEXT_BUT_ONE[MODEL_STEPS] = { 52, 58, 80, 80, 90, 90, 66 };
const int16_t MODEL_GROUP[MODEL_STEPS] = { 9, -1, 9, 18, 33, 85, 54 };
const int16_t MODEL_BRANCH[MODEL_STEPS] = { -57, 2, -1, 25, 33, 46, 0 };
const int16_t MODEL_WINDOW[MODEL_STEPS] = { -70, -23, -19, -11, 0, 29, 58 };

const int16_t MODEL_PAGE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -33, -65, -3, 13, -9, -53, 104 },
    { 73, 51, 22, -21, -41, 6, -33 },
    { 6, 38, 12, -9, -4, -8, -60 },
    { -41, -13, -38, -53, -25, 43, 99 },
};

const int16_t MODEL_PAGE_SORT[MODEL_PAGES][SORT_COUNT] = {
    { 55, 29, -12, 17, -71, 51, -4, -10, -100 },
    { 56, -78, 54, -7, 22, -45, 36, 26, -7 },
    { 26, -74, -15, 36, 19, -13, 3, -40, 32 },
    { -45, -92, 39, 26, 8, 3, 11, -16, 38 },
};

const int16_t MODEL_SIZE_OWN[MODEL_PAGES][MODEL_STEPS] = {
    { -52, 93, 0, -35, -89, -65, 0 },
    { 8, 2, 14, -10, 14, 81, 151 },
    { 16, -26, 1, -17, 5, 5, -43 },
    { 34, -57, -22, -7, -10, -34, 1 },
};

const int16_t MODEL_SORT_OWN[SORT_COUNT][MODEL_STEPS] = {
    { 68, 54, 26, -10, -4, -28, -14 },
    { 12, 9, -62, -44, -80, -48, 0 },
    { -30, -30, 119, 11, 20, 65, -88 },
    { 7, -17, 10, -4, 40, 39, -4 },
    { 16, 11, -26, -33, -20, -7, 36 },
    { 23, 52, 14, -18, -33, -51, 8 },
    { 42, 50, -38, -21, -43, -13, 70 },
    { -42, -29, -15, 23, -10, -23, 56 },
    { -90, -88, -37, 27, 51, 55, 45 },
};

const int16_t MODEL_PAGE_WINDOW[MODEL_PAGES][MODEL_STEPS] = {
    { -21, -27, 10, -18, -50, 27, 40 },
    { -38, 9, -20, 7, 47, 62, -9 },
    { -10, 2, -6, -7, 4, -52, 43 },
    { -1, -7, -3, 7, 0, -8, -16 },
};

const int16_t MODEL_PAGE_BRANCH[MODEL_PAGES][MODEL_STEPS] = {
    { 50, 19, -19, 10, -35, 111, 43 },
    { 3, 2, 2, 4, 17, -77, -47 },
    { -90, 0, -7, 5, 3, 18, 1 },
    { -20, -19, 23, 6, 48, -6, 3 },
};

const int16_t MODEL_SORT_BRANCH[SORT_COUNT][MODEL_STEPS] = {
    { -116, -71, -85, -62, -40, 38, 27 },
    { 7, 85, 95, 126, 82, 39, 2 },
    { -44, -32, -7, -33, 5, -115, -156 },
    { -21, 8, -22, 20, 26, 30, 35 },
    { 97, -15, -29, -29, 7, 15, 19 },
    { -8, 20, -2, 15, 9, 58, 8 },
    { -24, -43, 22, 21, -3, 6, 20 },
    { -10, 34, 9, -3, 10, 17, 8 },
    { 62, 16, 18, -29, -62, -42, 37 },
};

const int16_t MODEL_SORT_WINDOW[SORT_COUNT][MODEL_STEPS] = {
    { -9, -11, 26, 18, 8, 16, 44 },
    { -41, -18, 9, -22, -31, -64, -47 },
    { -25, 120, 33, -37, 1, 27, -53 },
    { -45, -34, -14, 23, 24, 83, 35 },
    { -70, -88, -17, 43, 20, 62, 28 },
    { 5, 25, 15, 14, -22, -20, -21 },
    { 11, 18, 2, 20, 11, -23, 14 },
    { 17, -33, -41, -24, 24, 3, 14 },
    { 88, -3, -32, -47, -34, -54, 43 },
};
