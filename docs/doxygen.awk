# doxygen.awk: the comments of the public headers, as Doxygen wants them marked.  A comment on lines
# of its own is of what follows it, one after code is of that code, the first one of the file.
# Documents of Doxygen begin with two asterisks; ours are plain comments.
/^ *\/\*/ {
    sub(/\/\*/, FNR == 1 ? "/** @file\n   " : "/**")
}
/[^ ].*\/\*[^*]/ {
    sub(/\/\*/, "/**<")
}
{
    print
}
