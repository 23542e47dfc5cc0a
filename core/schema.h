/* What stands where in the index: term prefixes, value slots, metadata.  The prose is
   in docs/INDEX_FORMAT.md. */
#ifndef CORE_SCHEMA_H
#define CORE_SCHEMA_H

#ifdef __cplusplus
extern "C" {
#endif

/* Changes whenever an older program would read an index wrongly. */
enum { SCHEMA_VERSION = 1 };

/* Terms without a prefix are the stems of words, in lower case, with the impact as wdf.
   Boolean terms have a prefix in capitals, as Omega's: */
#define PREFIX_ARTICLE \
    "Q" /* + the article's key, 16 hexadecimal digits: on each passage */
#define PREFIX_KIND     "XK" /* + the word of the passage's kind */
#define PREFIX_AUTHOR   "A"  /* + a folded word of the byline */
#define PREFIX_SITE     "H" /* + host of the url, lower case, without "www." and port */
#define PREFIX_LANGUAGE "L" /* + "en"; of "en-gb" both "en" and "en-gb" */

/* Value slots. */
enum schema_slot {
    SLOT_ARTICLE = 0,  /* the article's key, 8 bytes: grouping */
    SLOT_DATE = 1,     /* modified, else published, as YYYYMMDD: ranges and sorting */
    SLOT_SIGNATURE = 2 /* reserved for a signature of adjacent stems */
};

/* Metadata of a shard. */
#define META_STAMP "palpate.stamp" /* schema_stamp(): what wrote this shard */
#define META_SOURCE \
    "s" /* + source id: what was read there and when (indexer/catalog) */

#ifdef __cplusplus
}
#endif
#endif
