-- Documents between two numbers of arrival whose title or text holds all of up to five words in small letters; newest first.
SELECT document_id, title, publisher, published_on, text
FROM documents
WHERE ordinal > $low AND ordinal <= $high
  AND contains(lower(concat_ws(' ', title, publisher, text)), $w1) AND contains(lower(concat_ws(' ', title, publisher, text)), $w2)
  AND contains(lower(concat_ws(' ', title, publisher, text)), $w3) AND contains(lower(concat_ws(' ', title, publisher, text)), $w4)
  AND contains(lower(concat_ws(' ', title, publisher, text)), $w5)
ORDER BY ordinal DESC LIMIT $most;
