/* What runs leave in the folder of an index -> nothing. */
#ifndef INDEXER_LEFTOVERS_H
#define INDEXER_LEFTOVERS_H

/* A stub that is being written. */
#define INDEX_STUB_NEW INDEX_STUB ".new"

/* Removes a file, or a folder with all in it. */
void leftovers_remove(const char *path);

/* Removes from a generation all but its databases and their manifests. */
void leftovers_trim(const char *path);

/* Removes what killed runs left: the generations but for two, in these two all but
   their databases, and a stub that was being written. */
void leftovers_sweep(const char *root, unsigned keep, unsigned keep_too);

#endif
