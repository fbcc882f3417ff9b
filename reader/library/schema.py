"""The catalogue's tables. Whoever changes them raises `VERSION`; an older catalogue is rebuilt, never migrated, because
everything in it can be had from the files again."""

VERSION = 11
APPLICATION = 0x52_64_52_31
"""Marks the file as ours in its header."""

_WORDS = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
"""What the full-text indexes take for a word; `reader.text.letters` has made letters plain before."""

TABLES = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- path: bytes, because a file name need not be valid text; relative to the root with that number, empty for a root that
-- is a file. size and mtime_ns as they were when it was read; whole = 0 while its articles are not all stored yet.
CREATE TABLE files (
    file INTEGER PRIMARY KEY, root INTEGER NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, whole INTEGER NOT NULL, UNIQUE (root, path));

-- own: the id that the article would have if no other article had it. start, length: bytes in a container; length is
-- NULL where the file is one article. label only where there is no title. quotes is NULL until counted.
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, own TEXT, file INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER,
    digest INTEGER NOT NULL, title TEXT, label TEXT, source TEXT, author TEXT, published TEXT,
    event INTEGER NOT NULL, quotes INTEGER, words INTEGER NOT NULL, problem TEXT);
CREATE UNIQUE INDEX articles_id ON articles (id);
CREATE INDEX articles_own ON articles (own) WHERE own IS NOT NULL;
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_event ON articles (event);
CREATE INDEX articles_file ON articles (file);
CREATE INDEX articles_uncounted ON articles (key) WHERE quotes IS NULL AND problem IS NULL;
CREATE INDEX articles_refused ON articles (key) WHERE problem IS NOT NULL;

CREATE TABLE bodies (key INTEGER PRIMARY KEY, body BLOB NOT NULL);
-- What was found in an article, by the state of the program that `meta` knows as the analyser.
CREATE TABLE analyses (key INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE leads (key INTEGER PRIMARY KEY, lead BLOB NOT NULL, grouped INTEGER NOT NULL);
CREATE INDEX leads_ungrouped ON leads (key) WHERE NOT grouped;

-- Narrow, because the whole of it is read when the list is opened: an event's key (that of its newest article) and the
-- keys of its articles, eight bytes each. What else is known of a real group is in `groups`.
CREATE TABLE events (event INTEGER PRIMARY KEY, members BLOB NOT NULL);
CREATE TABLE groups (
    event INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, date TEXT, sources INTEGER NOT NULL,
    score REAL NOT NULL, why TEXT NOT NULL, texts INTEGER NOT NULL, agency TEXT);

-- Whom an event is named after, in full and as the reports call them, where and when it was; of which articles that was
-- found. It holds while the event has these articles.
CREATE TABLE principals (
    event INTEGER PRIMARY KEY, members BLOB NOT NULL, people TEXT NOT NULL, called TEXT NOT NULL, place TEXT,
    date TEXT);

-- What articles were before their files were edited, latest last: the key and the id that they had, their bodies, and
-- when that was noticed, in seconds since 1970.
CREATE TABLE versions (
    version INTEGER PRIMARY KEY, key INTEGER NOT NULL, noticed INTEGER NOT NULL, replaced INTEGER NOT NULL,
    was TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX versions_key ON versions (key, noticed);

-- The list as it was after the last indexing, to be read in one piece while `state` is still that of the catalogue.
CREATE TABLE lists (state INTEGER NOT NULL, events BLOB NOT NULL, keys BLOB NOT NULL, starts BLOB NOT NULL);

CREATE TABLE problems (
    file INTEGER, path TEXT NOT NULL, line INTEGER, message TEXT NOT NULL, hint TEXT NOT NULL, severity TEXT NOT NULL,
    place INTEGER);
CREATE INDEX problems_file ON problems (file);

-- Without content: the words are found here, the text is in `bodies`. The prefix index begins at three letters; shorter
-- ones would cost as much space again as they find too much, so they are looked up in the headlines alone.
CREATE VIRTUAL TABLE texts USING fts5(
    title, text, content='', tokenize="{_WORDS}", prefix='3');
CREATE VIRTUAL TABLE titles USING fts5(
    title, content='', tokenize="{_WORDS}", prefix='1 2', detail=none, columnsize=0);

-- A row for each quote: rowid = key << 12 | its place in the analysis. What was said; by whom, under all their names.
CREATE VIRTUAL TABLE sayings USING fts5(
    words, speaker, content='', tokenize="{_WORDS}", columnsize=0);

-- The library's names: each form once, which articles use it, and which other forms stand for the same in some article.
-- articles: in how many of them this form is the name itself, and not one of its other forms.
CREATE TABLE names (
    name INTEGER PRIMARY KEY, form TEXT NOT NULL, type TEXT NOT NULL, articles INTEGER NOT NULL DEFAULT 0,
    UNIQUE (form, type));
CREATE INDEX names_common ON names (articles) WHERE articles > 0;
CREATE TABLE naming (
    name INTEGER NOT NULL, key INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (name, key)) WITHOUT ROWID;
CREATE INDEX naming_key ON naming (key);
CREATE VIRTUAL TABLE name_words USING fts5(
    form, content='', tokenize="{_WORDS}", prefix='1 2', columnsize=0);

-- Surnames and the words of places by what their transliterations have in common: `reader.analysis.names.spelling`.
CREATE TABLE spellings (skeleton TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (skeleton, word)) WITHOUT ROWID;

CREATE TABLE figures (value REAL NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (value, key)) WITHOUT ROWID;
CREATE INDEX figures_key ON figures (key);

-- The words that the articles have, for spelling suggestions: a view of `texts` that takes no room.
CREATE VIRTUAL TABLE words USING fts5vocab(texts, row);
"""
