CREATE TABLE report (report VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, "sequence" INTEGER NOT NULL, "name" VARCHAR NOT NULL, source VARCHAR NOT NULL, project VARCHAR, country VARCHAR, period VARCHAR, "version" INTEGER NOT NULL, synthetic BOOLEAN NOT NULL, framework_version VARCHAR NOT NULL, rows_read INTEGER NOT NULL, rows_accepted INTEGER NOT NULL, rows_rejected INTEGER NOT NULL, rows_quarantined INTEGER NOT NULL, rows_skipped INTEGER NOT NULL, learned_at TIMESTAMPTZ NOT NULL);
COMMENT ON TABLE report IS 'A file as it was filed. One row per file received.';
INSERT INTO report VALUES ('ab12ab12ab12ab12', 'ab12', 1, 'r.csv', 'entry', 'P1', 'GTM', '2023', 1, false, '0.1', 4, 3, 0, 0, 1, '2026-01-02 03:04:05.678+00');
INSERT INTO report VALUES ('cd34cd34cd34cd34', 'cd34', 3, 'Ñandú; s.csv', 'entry', NULL, NULL, NULL, 2, true, '0.1', 4, 2, 1, 0, 1, '2026-01-02 03:04:06+00');
CREATE TABLE review (held VARCHAR NOT NULL, decision VARCHAR NOT NULL, reason VARCHAR, learned_at TIMESTAMPTZ NOT NULL);
INSERT INTO review VALUES ('h1', 'refused', NULL, '2026-01-03 00:00:00+00');
