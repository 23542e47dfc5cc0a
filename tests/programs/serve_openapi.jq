# Checks a value against a schema of the document $api: what is wrong with it, a line each.
# It knows the keywords that the document uses; an undocumented member is wrong, too.

def resolved: if has("$ref") then (.["$ref"] | ltrimstr("#/") | split("/")) as $path
    | $api | getpath($path) | resolved else . end;

def fits($wanted): if $wanted == "integer" then type == "number" and . == floor
    else type == $wanted end;

def wrong($schema; $at): . as $value | ($schema | resolved) as $s
    | if ($s | has("type")) and (fits($s.type) | not) then "\($at): no \($s.type)"
      else
        (select($s | has("enum")) | select(IN($s.enum[]) | not) | "\($at): \(.) is none of its words"),
        (select($s | has("pattern")) | select(test($s.pattern) | not) | "\($at): \(.) has another form"),
        (select($s | has("minimum")) | select(. < $s.minimum) | "\($at): \(.) is too small"),
        (select($s | has("maximum")) | select(. > $s.maximum) | "\($at): \(.) is too large"),
        (select(type == "array") | to_entries[] | .key as $i | .value
            | wrong($s.items; "\($at)[\($i)]")),
        (select(type == "object" and ($s | has("properties")))
            | (($s.required // [])[] | select(. as $name | $value | has($name) | not)
                | "\($at): \(.) is missing"),
              (to_entries[] | .key as $name
                | if ($s.properties | has($name)) then .value | wrong($s.properties[$name]; "\($at).\($name)")
                  else "\($at): \($name) is not documented" end))
      end;

# The schema of an answer; an operation may answer a status in one media type.
def schema_of($path; $status): $api.paths[$path].get.responses[$status].content
    | to_entries[0].value.schema;

def check($path; $status): [wrong(schema_of($path; $status); "answer")] | .[];
