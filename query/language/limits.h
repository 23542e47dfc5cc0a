/* What a search keeps to, however long the question and however large the index. */
#ifndef QUERY_LIMITS_H
#define QUERY_LIMITS_H

/* Macros, and no enumeration, because their numbers become text below. */
#define QUERY_MAX_SIZE      8192   /* bytes that are read; the rest is left out */
#define QUERY_MAX_WORDS     128    /* words that are read */
#define QUERY_MAX_DEPTH     16     /* parentheses inside parentheses */
#define QUERY_NEAR_MAX      100    /* words that NEAR may span */
#define FILTERS_MOST        32     /* filters that are wanted, and as many excluded */
#define ENGINE_PREFIX_TERMS 100    /* words that a prefix stands for */
#define CONCEPTS_MOST       16     /* other names that are added to a query */
#define TAIL_MOST           100000 /* passages that are looked at for a page of hits */
#define SPELL_WORDS         8      /* words that are corrected: each takes a while */
#define DEADLINE_SECONDS    2

#define LIMIT_TEXT_OF(number) #number
#define LIMIT_TEXT(number)    LIMIT_TEXT_OF(number)

/* X(name, word in `limits` of an answer, the limit as docs/QUERY_SYNTAX.md says it, the
   note of an answer that met it); in the order of the notes. */
#define SEARCH_LIMITS(X)                                                               \
    X(QUERY, "query",                                                                  \
            LIMIT_TEXT(QUERY_MAX_SIZE) " bytes and " LIMIT_TEXT(                       \
                    QUERY_MAX_WORDS) " words are read",                                \
            "The query is very long: its end was left out.")                           \
    X(DEPTH, "depth", LIMIT_TEXT(QUERY_MAX_DEPTH) " parentheses inside one another",   \
            "Parentheses inside " LIMIT_TEXT(                                          \
                    QUERY_MAX_DEPTH) " others were left out.")                         \
    X(NEAR, "near", "`NEAR/" LIMIT_TEXT(QUERY_NEAR_MAX) "`",                           \
            "NEAR looks at " LIMIT_TEXT(QUERY_NEAR_MAX) " words at most.")             \
    X(FILTERS, "filters",                                                              \
            LIMIT_TEXT(FILTERS_MOST) " that are wanted and " LIMIT_TEXT(               \
                    FILTERS_MOST) " that are excluded",                                \
            "Filters beyond the first " LIMIT_TEXT(FILTERS_MOST) " were left out.")    \
    X(PREFIX, "prefix",                                                                \
            "the " LIMIT_TEXT(                                                         \
                    ENGINE_PREFIX_TERMS) " most frequent words that start so",         \
            "Many words start so: the " LIMIT_TEXT(                                    \
                    ENGINE_PREFIX_TERMS) " most frequent were searched.")              \
    X(NAMES, "names",                                                                  \
            LIMIT_TEXT(CONCEPTS_MOST) " other names and ways to write the words",      \
            "There may be more other names than the " LIMIT_TEXT(                      \
                    CONCEPTS_MOST) " that were searched.")                             \
    X(PASSAGES, "passages",                                                            \
            LIMIT_TEXT(TAIL_MOST) " passages with the words are looked at for a page", \
            "Of very many passages with these words, the best were looked at: there "  \
            "may be more.")                                                            \
    X(TIME, "time", LIMIT_TEXT(DEADLINE_SECONDS) " seconds (`--deadline`)",            \
            "The time for this search ran out: there may be more.")

enum search_limit {
#define SEARCH_LIMIT_MEMBER(name, word, documented, note) SEARCH_LIMIT_##name,
    SEARCH_LIMITS(SEARCH_LIMIT_MEMBER)
#undef SEARCH_LIMIT_MEMBER
            SEARCH_LIMIT_COUNT
};

#endif
