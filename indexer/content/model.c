#include "indexer/content/model.h"

/* clang-format off */

#define ROW(name, weight) [SEEN_##name] = { (weight), #name }

const struct model_row MODEL[SEEN_COUNT] = {
    /* How many words the block has: menus and buttons have one to six, prose has more. */
    ROW(WORDS_1, -52), ROW(WORDS_3, -11), ROW(WORDS_6, 20),
    ROW(WORDS_12, -5), ROW(WORDS_24, -6), ROW(WORDS_49, 12),
    ROW(WORDS_99, 14), ROW(WORDS_MORE, 20),
    /* Percent of its text in links: a block of links leads elsewhere. */
    ROW(LINKS_0, 27), ROW(LINKS_19, 60), ROW(LINKS_49, 15),
    ROW(LINKS_79, -81), ROW(LINKS_MORE, -29),
    /* Up to six words, all of them a link: an entry of a menu. */
    ROW(SHORT_LINK, -23),
    /* More than six words, all of them a link: the headline of another page. */
    ROW(LONG_LINK, -7),
    /* Ends as a sentence does. */
    ROW(ENDS_SENTENCE, 91),
    /* Ends with a colon: leads in a list or the value of a label. */
    ROW(ENDS_COLON, 94),
    /* Ends with a question mark. */
    ROW(ENDS_QUESTION, 50),
    /* Breaks off with dots: a teaser. */
    ROW(ENDS_ELLIPSIS, -97),
    /* Begins with a long dash: the source of a quotation. */
    ROW(STARTS_DASH, 189),
    /* One long word without a space: an address, a key, a moment to the second. */
    ROW(FOR_MACHINES, -38),
    /* Has a sentence end inside and another at its end. */
    ROW(SENTENCES, -13),
    /* Has a comma in ten words or fewer. */
    ROW(COMMAS, 40),
    /* Percent of function words among seven words and more: prose has a third, lists of names none. */
    ROW(STOP_9, -12), ROW(STOP_19, 12), ROW(STOP_29, 13),
    ROW(STOP_39, 19), ROW(STOP_MORE, 17),
    /* Every word starts with a capital: a name or a label. */
    ROW(CAPITALS, 25),
    /* All letters are capitals: a button or a label. */
    ROW(SHOUTS, -73),
    /* A third of its letters are digits. */
    ROW(DIGITS, 26),
    /* Short, with a year and a month: a dateline. */
    ROW(DATE, -31),
    /* Has a sum of money. */
    ROW(PRICE, -5),
    /* Claims a copyright. */
    ROW(COPYRIGHT, -230),
    /* Asks for a click: read more, sign up, log in, share. */
    ROW(SAYS_ACTION, -118),
    /* Speaks of comments and replies. */
    ROW(SAYS_COMMENT, -81),
    /* Speaks of newsletters, e-mail addresses, subscriptions. */
    ROW(SAYS_SIGNUP, -143),
    /* Speaks of cookies and privacy. */
    ROW(SAYS_CONSENT, -212),
    /* Begins as a byline does: by, written by, posted, updated, reviewed. */
    ROW(SAYS_BYLINE, -45),
    /* Announces other pages: related, you may also like, recent posts. */
    ROW(SAYS_RELATED, -160),
    /* Is a label of advertising. */
    ROW(SAYS_ADVERT, -75),
    /* Names who made a picture. */
    ROW(SAYS_CREDIT, -143),
    /* A few words that announce advertising. */
    ROW(ADVERT_LABEL, -81),
    /* A line of its own, outside of lists, most of it a link: a pointer to another page. */
    ROW(LINE_LINK, 58),
    /* Stands on the page more than once. */
    ROW(TWICE, -47),
    /* Says the same as the title of the document or its part. */
    ROW(IS_TITLE, -111),
    /* A short block with a sum of money. */
    ROW(PRICE_SHORT, 35),
    /* Heading of the first level. */
    ROW(HEADING_1, -60),
    /* Heading of the second level. */
    ROW(HEADING_2, 60),
    /* Heading of the third level. */
    ROW(HEADING_3, 18),
    /* Heading of a deeper level: boxes have them. */
    ROW(HEADING_4, -4),
    /* Item of a list. */
    ROW(ITEM, 36),
    /* Row of a table. */
    ROW(CELL, -30),
    /* In a paragraph element. */
    ROW(PARAGRAPH, -11),
    /* Directly in a div or another box. */
    ROW(BARE, -72),
    /* Preformatted: code. */
    ROW(PREFORMATTED, 81),
    /* Term or description of a definition list. */
    ROW(TERM, -56),
    /* Label of a control. */
    ROW(LABEL, 8),
    /* In a quotation. */
    ROW(IN_QUOTE, 130),
    /* In a figure or its caption. */
    ROW(IN_FIGURE, -148),
    /* In a table. */
    ROW(IN_TABLE, 32),
    /* In a list. */
    ROW(IN_LIST, 44),
    /* In a form. */
    ROW(IN_FORM, -84),
    /* In an address element. */
    ROW(IN_ADDRESS, -67),
    /* In a part that unfolds. */
    ROW(IN_DETAILS, 9),
    /* In a nav element. */
    ROW(IN_NAV, -184),
    /* In an aside element. */
    ROW(IN_ASIDE, -206),
    /* In a header element. */
    ROW(IN_HEADER, 14),
    /* In a footer element. */
    ROW(IN_FOOTER, -279),
    /* In a dialog element. */
    ROW(IN_DIALOG, 0),
    /* In a button: a label, or a question that unfolds its answer. */
    ROW(IN_BUTTON, -65),
    /* In what is shown without scripts: an image, or a whole page made by scripts. */
    ROW(IN_NOSCRIPT, 68),
    /* Hidden at first by an attribute or a style. */
    ROW(HIDDEN, -55),
    /* A box around it is named as such. */
    ROW(NEAR_NAVIGATION, -94), ROW(NEAR_HEADER, -56),
    ROW(NEAR_FOOTER, -160), ROW(NEAR_SIDEBAR, -180),
    ROW(NEAR_COMMENT, -225), ROW(NEAR_RELATED, -178),
    ROW(NEAR_SHARE, -194), ROW(NEAR_ADVERT, -59),
    ROW(NEAR_DIALOG, -168), ROW(NEAR_SIGNUP, -173),
    ROW(NEAR_FORM, -39), ROW(NEAR_BYLINE, -50),
    ROW(NEAR_BIOGRAPHY, -276), ROW(NEAR_CRUMBS, -140),
    ROW(NEAR_TAGS, 61), ROW(NEAR_UNSEEN, -36), ROW(NEAR_LEGAL, -133),
    ROW(NEAR_BUTTON, -93), ROW(NEAR_CARD, 4), ROW(NEAR_GALLERY, -18),
    ROW(NEAR_CONTENT, 89), ROW(NEAR_TITLE, -5), ROW(NEAR_CONTENTS, -56),
    ROW(NEAR_ANSWERS, 21), ROW(NEAR_PRODUCT, 9), ROW(NEAR_QUOTE, 11),
    ROW(NEAR_CAPTION, -184), ROW(NEAR_POST, -64), ROW(NEAR_HERO, 10),
    ROW(NEAR_WIDGET, -15), ROW(NEAR_EMBED, 0),
    /* A part of the page that holds much of its prose is named as such. */
    ROW(OUTER_NAVIGATION, 14), ROW(OUTER_HEADER, 3),
    ROW(OUTER_FOOTER, -9), ROW(OUTER_SIDEBAR, -14),
    ROW(OUTER_COMMENT, 14), ROW(OUTER_RELATED, -76), ROW(OUTER_SHARE, -32),
    ROW(OUTER_ADVERT, -7), ROW(OUTER_DIALOG, 20), ROW(OUTER_SIGNUP, 46),
    ROW(OUTER_FORM, -17), ROW(OUTER_BYLINE, 5),
    ROW(OUTER_BIOGRAPHY, 167), ROW(OUTER_CRUMBS, 83), ROW(OUTER_TAGS, 16),
    ROW(OUTER_UNSEEN, -25), ROW(OUTER_LEGAL, -87), ROW(OUTER_BUTTON, 37),
    ROW(OUTER_CARD, -6), ROW(OUTER_GALLERY, -48), ROW(OUTER_CONTENT, -7),
    ROW(OUTER_TITLE, 36), ROW(OUTER_CONTENTS, 63),
    ROW(OUTER_ANSWERS, -15), ROW(OUTER_PRODUCT, 30),
    ROW(OUTER_QUOTE, -43), ROW(OUTER_CAPTION, -38), ROW(OUTER_POST, 27),
    ROW(OUTER_HERO, 23), ROW(OUTER_WIDGET, -36), ROW(OUTER_EMBED, 7),
    /* Percent of the page's prose in the main element around it. */
    ROW(MAIN_0, 135), ROW(MAIN_9, 173), ROW(MAIN_49, 13),
    ROW(MAIN_MORE, 10),
    /* Percent of the page's prose in the innermost article element around it. */
    ROW(ARTICLE_0, -3), ROW(ARTICLE_9, -17), ROW(ARTICLE_49, -80),
    ROW(ARTICLE_MORE, -5),
    /* One of many article elements of the page: a list of teasers. */
    ROW(ARTICLES, 42),
    /* Percent of text in links in the smallest element of several blocks around it. */
    ROW(GROUP_LINKS_4, -26), ROW(GROUP_LINKS_19, 1),
    ROW(GROUP_LINKS_49, -2), ROW(GROUP_LINKS_79, -12),
    ROW(GROUP_LINKS_MORE, 55),
    /* Mean words of a block there. */
    ROW(GROUP_WORDS_3, -10), ROW(GROUP_WORDS_7, 10),
    ROW(GROUP_WORDS_14, 22), ROW(GROUP_WORDS_29, 13),
    ROW(GROUP_WORDS_MORE, -28),
    /* Percent of the page's prose there. */
    ROW(GROUP_SHARE_0, 22), ROW(GROUP_SHARE_4, 9),
    ROW(GROUP_SHARE_19, 10), ROW(GROUP_SHARE_49, -37),
    ROW(GROUP_SHARE_MORE, -14),
    /* The same percent of links in the next larger element around it. */
    ROW(SECTION_LINKS_4, -34), ROW(SECTION_LINKS_19, -11),
    ROW(SECTION_LINKS_49, 6), ROW(SECTION_LINKS_79, -4),
    ROW(SECTION_LINKS_MORE, 50),
    /* Mean words of a block there. */
    ROW(SECTION_WORDS_3, -6), ROW(SECTION_WORDS_7, 29),
    ROW(SECTION_WORDS_14, 32), ROW(SECTION_WORDS_29, -9),
    ROW(SECTION_WORDS_MORE, -44),
    /* Percent of the page's prose there. */
    ROW(SECTION_SHARE_0, 13), ROW(SECTION_SHARE_4, -33),
    ROW(SECTION_SHARE_19, 6), ROW(SECTION_SHARE_49, 1),
    ROW(SECTION_SHARE_MORE, 16),
    /* Percent of links in the branch that leaves the element of most prose with this block. */
    ROW(BRANCH_LINKS_4, 61), ROW(BRANCH_LINKS_19, 31),
    ROW(BRANCH_LINKS_49, 4), ROW(BRANCH_LINKS_79, -14),
    ROW(BRANCH_LINKS_MORE, -68),
    /* Mean words of a block in that branch. */
    ROW(BRANCH_WORDS_3, 14), ROW(BRANCH_WORDS_7, 2),
    ROW(BRANCH_WORDS_14, -15), ROW(BRANCH_WORDS_29, -7),
    ROW(BRANCH_WORDS_MORE, 8),
    /* Percent of the page's prose in that branch. */
    ROW(BRANCH_SHARE_0, 2), ROW(BRANCH_SHARE_2, 14),
    ROW(BRANCH_SHARE_9, 31), ROW(BRANCH_SHARE_29, 11),
    ROW(BRANCH_SHARE_59, 14), ROW(BRANCH_SHARE_MORE, -51),
    /* Elements between it and what it shares with the element of most prose. */
    ROW(MAIN_PART_DISTANCE_0, -62), ROW(MAIN_PART_DISTANCE_1, -23),
    ROW(MAIN_PART_DISTANCE_2, 22), ROW(MAIN_PART_DISTANCE_4, 43),
    ROW(MAIN_PART_DISTANCE_MORE, 28),
    /* Elements between it and the element of most prose that holds it. */
    ROW(MAIN_PART_DEPTH_0, 32), ROW(MAIN_PART_DEPTH_1, 39), ROW(MAIN_PART_DEPTH_2, -27),
    ROW(MAIN_PART_DEPTH_4, -20), ROW(MAIN_PART_DEPTH_MORE, -97),
    /* Percent of the page's prose in blocks whose elements have the same names. */
    ROW(ALIKE_0, -53), ROW(ALIKE_4, -30), ROW(ALIKE_19, 12),
    ROW(ALIKE_49, 17), ROW(ALIKE_MORE, 70),
    /* Brothers of the branch or group with the same class: cards of a list. */
    ROW(SIBLINGS_0, -7), ROW(SIBLINGS_2, 24), ROW(SIBLINGS_5, 15),
    ROW(SIBLINGS_MORE, -20),
    /* Blocks before the first long block of the main part. */
    ROW(BEFORE_MAIN_PART_0, -119), ROW(BEFORE_MAIN_PART_2, -105),
    ROW(BEFORE_MAIN_PART_5, -82), ROW(BEFORE_MAIN_PART_12, -73),
    ROW(BEFORE_MAIN_PART_MORE, -65),
    /* Blocks after the last long block of the main part. */
    ROW(AFTER_MAIN_PART_0, -107), ROW(AFTER_MAIN_PART_2, -109),
    ROW(AFTER_MAIN_PART_5, -112), ROW(AFTER_MAIN_PART_12, -90),
    ROW(AFTER_MAIN_PART_MORE, -95),
    /* Percent of the chance that the article's region holds it. */
    ROW(REGION_4, -215), ROW(REGION_19, -109), ROW(REGION_49, 6), ROW(REGION_79, 71),
    ROW(REGION_94, 100), ROW(REGION_MORE, 157),
    /* Before the likeliest region, after it. */
    ROW(BEFORE_REGION, -51), ROW(AFTER_REGION, -98),
    /* Between the heading that says the title and the likeliest region: what stands first. */
    ROW(TITLE_TO_REGION, -4),
    /* The description of the page begins in it: a standfirst or the first paragraph. */
    ROW(IS_DESCRIPTION, 182),
    /* Before the heading that says the title. */
    ROW(BEFORE_TITLE, -23),
    /* Before the first heading of the first level. */
    ROW(BEFORE_H1, -94),
    /* First blocks after it. */
    ROW(AFTER_H1_0, 21), ROW(AFTER_H1_2, 20), ROW(AFTER_H1_5, 58),
    ROW(AFTER_H1_MORE, -8),
    /* Among the first tenth of the page's blocks. */
    ROW(FIRST_TENTH, -38),
    /* Among the last tenth. */
    ROW(LAST_TENTH, -44),
    /* Follows a block of prose. */
    ROW(PREVIOUS_PROSE, -13),
    /* Follows a block of links. */
    ROW(PREVIOUS_LINK, -32),
    /* Follows a heading. */
    ROW(PREVIOUS_HEADING, 8),
    /* Precedes a block of prose. */
    ROW(NEXT_PROSE, -13),
    /* Precedes a block of links. */
    ROW(NEXT_LINK, -43),
    /* Precedes a heading. */
    ROW(NEXT_HEADING, 9),
    /* A heading with a block of prose among the next two. */
    ROW(HEADS_PROSE, 57),
    /* A heading with a block of links next. */
    ROW(HEADS_LINKS, 35),
    /* The page says that it is an article. */
    ROW(PAGE_ARTICLE, -32),
    /* The page says that it sells a product. */
    ROW(PAGE_PRODUCT, -58),
    /* The page says that it is a discussion. */
    ROW(PAGE_FORUM, 28),
    /* Words of prose on the page. */
    ROW(PAGE_PROSE_39, 14), ROW(PAGE_PROSE_99, 39),
    ROW(PAGE_PROSE_299, 28), ROW(PAGE_PROSE_MORE, -37),
    /* Percent of the page's prose in the main part. */
    ROW(PAGE_MAIN_PART_19, 17), ROW(PAGE_MAIN_PART_49, 15), ROW(PAGE_MAIN_PART_79, -41),
    ROW(PAGE_MAIN_PART_MORE, 10),
    /* Percent of the page's text in links. */
    ROW(PAGE_LINKS_19, -7), ROW(PAGE_LINKS_49, -3),
    ROW(PAGE_LINKS_MORE, 8),
};

const int16_t MODEL_BIAS = 22;
