/* What a search keeps to, however long the question and however large the index. */
#ifndef QUERY_LIMITS_H
#define QUERY_LIMITS_H

/* Macros, and no enumeration, because their numbers become text below. */
#define QUERY_MAX_SIZE      8192   /* bytes that are read; the rest is left out */
#define QUERY_MAX_WORDS     128    /* words that are read */
#define QUERY_MAX_DEPTH     16     /* parentheses inside parentheses */
#define QUERY_MAX_NEAR      100    /* words that NEAR may span */
#define QUERY_NEAR_DEFAULT  10     /* words of NEAR without a number */
#define MAX_FILTERS         32     /* required filters, and as many excluded */
#define ENGINE_PREFIX_TERMS 100    /* words that a prefix stands for */
#define TYPED_BECOMES       12     /* words that one may become while it is typed */
#define MAX_SYNONYMS        16     /* other names that are added to a query */
#define MAX_TAIL            100000 /* passages that are checked for a page of hits */
#define SPELL_WORDS         8      /* words that are corrected: each takes a while */
#define LEXICON_WORDS       8      /* of a query for which the lexicon is asked */
#define TAIL_COUNTED        3000 /* passages that are counted where facets are asked for */
#define DEADLINE_SECONDS    2

#define LIMIT_TEXT_OF(number) #number
#define LIMIT_TEXT(number)    LIMIT_TEXT_OF(number)

/* X(name, word in `limits` of an answer, the limit as docs/QUERY_SYNTAX.md says it, the
   note of an answer that met it); in the order of the notes. */
#define SEARCH_LIMITS(X)                                                             \
    X(QUERY, "query",                                                                \
            LIMIT_TEXT(QUERY_MAX_SIZE) " bytes and " LIMIT_TEXT(                     \
                    QUERY_MAX_WORDS) " words are read",                              \
            "The query is too long: its end was ignored.")                           \
    X(DEPTH, "depth", LIMIT_TEXT(QUERY_MAX_DEPTH) " parentheses inside one another", \
            "Parentheses nested more than " LIMIT_TEXT(                              \
                    QUERY_MAX_DEPTH) " deep were ignored.")                          \
    X(NEAR, "near", "`NEAR/" LIMIT_TEXT(QUERY_MAX_NEAR) "`",                         \
            "NEAR reaches at most " LIMIT_TEXT(QUERY_MAX_NEAR) " words.")            \
    X(FILTERS, "filters",                                                            \
            LIMIT_TEXT(MAX_FILTERS) " required and " LIMIT_TEXT(                     \
                    MAX_FILTERS) " excluded",                                        \
            "Filters after the first " LIMIT_TEXT(MAX_FILTERS) " were ignored.")     \
    X(PREFIX, "prefix",                                                              \
            "the " LIMIT_TEXT(                                                       \
                    ENGINE_PREFIX_TERMS) " most frequent words that start with it",  \
            "Many words start with this: the " LIMIT_TEXT(                           \
                    ENGINE_PREFIX_TERMS) " most frequent were searched.")            \
    X(NAMES, "names",                                                                \
            LIMIT_TEXT(MAX_SYNONYMS) " other names and ways to write the words",     \
            "Only the first " LIMIT_TEXT(                                            \
                    MAX_SYNONYMS) " other names were searched: there may be more.")  \
    X(PASSAGES, "passages",                                                          \
            LIMIT_TEXT(MAX_TAIL) " passages with the words are checked for a page",  \
            "Too many passages have these words: only the best were checked, and "   \
            "there may be more.")                                                    \
    X(TIME, "time", LIMIT_TEXT(DEADLINE_SECONDS) " seconds (`--deadline`)",          \
            "The search ran out of time: there may be more.")

enum search_limit {
#define SEARCH_LIMIT_MEMBER(name, word, documented, note) SEARCH_LIMIT_##name,
    SEARCH_LIMITS(SEARCH_LIMIT_MEMBER)
#undef SEARCH_LIMIT_MEMBER
            SEARCH_LIMIT_COUNT
};

#endif
