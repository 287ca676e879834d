"""Without these a translator loses sentences on the way to the memory and is not told."""
import json, re, unittest, xml.etree.ElementTree as ElementTree
from harness import DATA, ENGLISH, SPANISH, Case

XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'


class Align(Case):
    dated_es = 'El agua llega al valle\n\nPor Marta Iglesias. Madrid, 3 de marzo de 2026\n\n' + SPANISH
    dated_en = 'Water comes to the valley\n\nBy Marta Iglesias | March 3, 2026\n\n' + ENGLISH

    def ladder(self, *arguments, **how):
        out, _ = self.good('align', *arguments, '--format', 'ladder', **how)
        beads = re.findall(r'^\[([\d, ]*)\]:\[([\d, ]*)\]:([01]\.\d+)$', out, re.M)
        self.assertEqual(len(beads), out.count('\n'), out)
        numbers = lambda side: [int(n) for n in side.split(',') if n.strip()]
        return [(numbers(s), numbers(t)) for s, t, _ in beads]

    def segments(self, *arguments):
        return self.good('segment', *arguments)[0].splitlines()

    def units(self, tmx):
        return [tuple(tuv.find('seg').text for tuv in tu.iter('tuv')) for tu in ElementTree.fromstring(tmx.encode()).iter('tu')]

    def test_the_ladder_tiles_both_sides(self):
        for stem in 'news', 'interview', 'opinion':
            pair = DATA / f'{stem}.es.txt', DATA / f'{stem}.en.txt'
            beads = self.ladder(*pair)
            for side in 0, 1:
                counted = [i for bead in beads for i in bead[side]]
                self.assertEqual(counted, list(range(len(counted))))

    def test_the_format_goes_by_the_name_of_the_output(self):
        for name, begin in (('x.tmx', '<?xml'), ('x.tsv', 'El alcalde'), ('x.jsonl', '{"bead"'), ('x.ladder', '[0]:['), ('x.txt', '#1'),
                            ('x', '<?xml'), ('x.xyz', '<?xml')):
            self.good('align', 'a.es.txt', 'a.en.txt', '-o', name)
            self.assertTrue((self.folder / name).read_text().startswith(begin), name)
        self.good('align', 'a.es.txt', 'a.en.txt', '-o', 'y.tmx', '--format', 'tsv')
        self.assertTrue((self.folder / 'y.tmx').read_text().startswith('El alcalde'))

    def test_languages_reach_the_memory_as_they_were_named(self):
        out, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--source-lang', 'es-US', '--target-lang', 'en_GB')
        root = ElementTree.fromstring(out.encode())
        self.assertEqual(root.find('header').get('srclang'), 'es-US')
        self.assertEqual({tuple(tuv.get(XML_LANG) for tuv in tu.iter('tuv')) for tu in root.iter('tu')}, {('es-US', 'en-GB')})
        out, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--source-lang', 'ES_us', '--target-lang', 'en-latn-gb')
        self.assertIn('srclang="es-US"', out)
        self.assertIn('xml:lang="en-Latn-GB"', out)

    def test_nothing_is_lost_between_text_and_json(self):
        out, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--format', 'jsonl')
        records = [json.loads(line) for line in out.splitlines()]
        for side, name in (('source', 'a.es.txt'), ('target', 'a.en.txt')):
            text = (self.folder / name).read_bytes()
            spans = [span for r in records for span in r[side]['spans']]
            self.assertEqual([re.sub(r'\s+', ' ', text[b:e].decode()) for b, e in spans], self.segments(name))
            self.assertNotIn('evidence', records[0])

    def test_json_counts_the_bytes_of_the_file(self):
        text = ('\ufeff' + SPANISH.replace('\n', '\r\n')).encode()
        (self.folder / 'dos.txt').write_bytes(text)
        self.write('unix.txt', SPANISH)
        out, _ = self.good('align', 'dos.txt', 'a.en.txt', '--format', 'jsonl')
        spans = [span for line in out.splitlines() for span in json.loads(line)['source']['spans']]
        self.assertEqual([re.sub(r'\s+', ' ', text[b:e].decode()) for b, e in spans], self.segments('unix.txt'))

    def test_explain_adds_evidence(self):
        out, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--format', 'jsonl', '--explain')
        self.assertTrue(any(json.loads(line).get('evidence') for line in out.splitlines()))
        plain, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--format', 'text')
        explained, _ = self.good('align', 'a.es.txt', 'a.en.txt', '--format', 'text', '--explain')
        self.assertGreater(explained.count('\n'), plain.count('\n'))

    def test_metadata_is_left_out_unless_kept(self):
        self.write('d.es.txt', self.dated_es), self.write('d.en.txt', self.dated_en)
        without, err = self.good('align', 'd.es.txt', 'd.en.txt')
        self.assertIn('date lines and bylines left out: 2; --keep-metadata keeps them', err)
        self.assertNotIn('Marta Iglesias', without)
        kept, _ = self.good('align', 'd.es.txt', 'd.en.txt', '--keep-metadata')
        texts = self.units(kept)
        [at] = [i for i, (s, t) in enumerate(texts) if 'Marta Iglesias' in s]
        self.assertIn('Marta Iglesias', texts[at][1])
        self.assertEqual(at, 1, 'in its place, behind the title')
        self.assertEqual([u for i, u in enumerate(texts) if i != at], self.units(without))
        beads = self.ladder('d.es.txt', 'd.en.txt', '--keep-metadata')
        for side in 0, 1:
            counted = [i for bead in beads for i in bead[side]]
            self.assertEqual(counted, list(range(len(counted))))
        self.assertEqual(len(beads), len(self.ladder('d.es.txt', 'd.en.txt')) + 1)

    def test_metadata_in_another_place_is_still_paired(self):
        self.write('d.es.txt', self.dated_es), self.write('d.en.txt', self.dated_en)
        head, byline, body = self.dated_en.split('\n\n', 2)
        self.write('last.en.txt', head + '\n\n' + body + '\n' + byline + '\n')
        self.assertNotIn(byline, self.good('align', 'd.es.txt', 'last.en.txt')[0])
        kept, _ = self.good('align', 'd.es.txt', 'last.en.txt', '--keep-metadata', '--source-lang', 'es')
        self.assertEqual(self.units(kept), self.units(self.good('align', 'd.es.txt', 'd.en.txt', '--keep-metadata')[0]))

    def test_metadata_on_one_side_alone_harms_nothing(self):
        self.write('d.es.txt', self.dated_es)
        for pair in ('d.es.txt', 'a.en.txt'), ('a.en.txt', 'd.es.txt'):
            self.ladder(*pair)
            self.ladder(*pair, '--keep-metadata')

    def test_what_has_no_counterpart_is_reported(self):
        extra = 'Esta frase sobre los 4500 pingüinos de Oslo solo está aquí y no tiene pareja alguna en la otra edición.'
        self.write('x.es.txt', SPANISH + '\n' + extra + '\n\n' + SPANISH), self.write('x.en.txt', ENGLISH + '\n' + ENGLISH)
        out, err = self.good('align', 'x.es.txt', 'x.en.txt', '--unaligned', 'rest.tsv', '-o', 'x.tmx')
        self.assertIn('pairs: 6; only in x.es.txt: 1; only in x.en.txt: 0', err)
        self.assertIn('x.es.txt:5: no counterpart: Esta frase sobre', err)
        self.assertEqual((self.folder / 'rest.tsv').read_text(), f'source\t5\t3\t{extra}\n')
        _, err = self.good('align', 'x.es.txt', 'x.en.txt', '--ui-lang', 'es')
        self.assertIn('parejas: 6; solo en x.es.txt: 1; solo en x.en.txt: 0', err)
        self.assertIn('x.es.txt:5: sin correspondencia: Esta frase', err)
        _, err = self.good('align', 'x.es.txt', 'x.en.txt', '--quiet')
        self.assertEqual(err, '')

    def test_what_was_moved_is_reported_as_moved_and_not_as_missing(self):
        for language in 'en', 'es':
            self.write(f'm.{language}.txt', (DATA / f'moved.{language}.txt').read_bytes())
        out, err = self.good('align', 'm.en.txt', 'm.es.txt', '--unaligned', 'rest.tsv', '-o', 'm.tmx')
        self.assertIn('parallel: ', err)
        self.assertIn('pairs: 10; only in m.en.txt: 1; only in m.es.txt: 1', err)
        self.assertIn('m.en.txt:5: moved: stands at m.es.txt:11', err)
        self.assertNotIn('no counterpart: Ingrid', err)
        self.assertNotIn('Ingrid', (self.folder / 'rest.tsv').read_text())
        memory = (self.folder / 'm.tmx').read_text()
        self.assertEqual(memory.count('<prop type="x-moved">yes</prop>'), 2)
        self.assertIn('<prop type="x-verdict">parallel</prop>', memory)
        self.assertLess(memory.index('Ingrid Solberg kept'), memory.index('The mayor'))
        table, _ = self.good('align', 'm.en.txt', 'm.es.txt', '--format', 'tsv')
        self.assertIn('Ingrid Solberg kept the light for 41 years.\tIngrid Solberg cuidó la luz durante 41 años.\t', table)
        text, _ = self.good('align', 'm.en.txt', 'm.es.txt', '--format', 'text')
        self.assertEqual(text.count('  moved\n'), 2)
        lines, _ = self.good('align', 'm.en.txt', 'm.es.txt', '--format', 'jsonl')
        self.assertEqual(sum('moved' in json.loads(line) for line in lines.splitlines()), 2)

    def test_monotone_looks_for_nothing_moved(self):
        pair = DATA / 'moved.en.txt', DATA / 'moved.es.txt'
        out, err = self.good('align', *pair, '--monotone', '--format', 'tsv')
        self.assertNotIn('Ingrid', out)
        self.assertNotIn('moved: stands', err)
        self.assertIn('no counterpart: Ingrid', err)
        self.assertEqual(self.ladder(*pair), self.ladder(*pair, '--monotone'))

    def test_moved_passages_keep_their_place_beside_kept_metadata(self):
        en, es = ((DATA / f'moved.{language}.txt').read_text() for language in ('en', 'es'))
        self.write('m.en.txt', en.replace('\n\n', '\n\nBy Ana Ruiz\n\n', 1))
        self.write('m.es.txt', es.replace('\n\n', '\n\nPor Ana Ruiz\n\n', 1))
        lines, _ = self.good('align', 'm.en.txt', 'm.es.txt', '--keep-metadata', '--format', 'jsonl')
        beads = [json.loads(line) for line in lines.splitlines()]
        moved = [bead for bead in beads if 'moved' in bead]
        self.assertTrue(any('Ana Ruiz' in bead['source']['text'] for bead in beads))
        self.assertEqual([m['source']['text'][:6] + m['target']['text'][:6] for m in moved], ['IngridIngrid', 'She wrAnotó '])
        for one in moved:
            self.assertIn((one['source']['segments'], ''), [(b['source']['segments'], b['target']['text']) for b in beads if 'moved' not in b])

    def test_texts_of_different_articles_are_called_unrelated(self):
        out, err = self.good('align', DATA / 'news.en.txt', DATA / 'moved.es.txt', '-o', 'u.tmx')
        self.assertIn('unrelated: ', err)
        self.assertIn('<prop type="x-verdict">unrelated</prop>', (self.folder / 'u.tmx').read_text())

    def test_lines_are_counted_as_the_file_has_them(self):
        self.write('l.es.txt', 'Hubo 12 votos.\n\nSe fueron a las 9. En tren.\nFin.\n'), self.write('l.en.txt', '\nThere were 12 votes.\nThey left at 9. By train.\nEnd.\n\n')
        beads = self.ladder('--lines', '--source-lang', 'es', '--target-lang', 'en', 'l.es.txt', 'l.en.txt')
        self.assertEqual([i for s, _ in beads for i in s], [0, 1, 2, 3])
        self.assertEqual([i for _, t in beads for i in t], [0, 1, 2, 3, 4])
        self.assertIn(([2], [2]), beads)

    def test_most_bounds_the_beads(self):
        beads = self.ladder(DATA / 'opinion.es.txt', DATA / 'opinion.en.txt', '--most', '1')
        self.assertEqual({max(len(s), len(t)) for s, t in beads}, {1})

    def test_least_confidence_leaves_out_doubtful_pairs(self):
        every, _ = self.good('align', 'a.es.txt', 'a.en.txt', '-f', 'tsv')
        sure, _ = self.good('align', 'a.es.txt', 'a.en.txt', '-f', 'tsv', '--min-confidence', '1')
        self.assertEqual(every.count('\n'), 3)
        self.assertLess(sure.count('\n'), 3)


class Languages(Case):
    def warnings(self, *arguments):
        _, err = self.good('align', *arguments)
        return [line for line in err.splitlines() if line.startswith('cotejo: warning: ')]

    def setUp(self):
        super().setUp()
        self.write('long.es.txt', SPANISH * 8), self.write('long.en.txt', ENGLISH * 8)

    def test_a_plain_pair_gives_none(self):
        self.assertEqual(self.warnings('long.es.txt', 'long.en.txt'), [])
        self.assertEqual(self.warnings('long.en.txt', 'long.es.txt', '--source-lang', 'en-US', '--target-lang', 'es-MX'), [])

    def test_swapped(self):
        [warning] = self.warnings('long.es.txt', 'long.en.txt', '--source-lang', 'en', '--target-lang', 'es')
        self.assertIn('the sides seem swapped: long.es.txt reads like es and long.en.txt like en', warning)

    def test_identical(self):
        self.assertTrue(any('are both es' in w for w in self.warnings('long.es.txt', 'long.es.txt')))

    def test_another_than_was_named(self):
        self.assertTrue(any('long.es.txt: given as en, but the text reads like es' in w
                            for w in self.warnings('long.es.txt', 'long.en.txt', '--source-lang', 'en')))

    def test_neither_spanish_nor_english(self):
        self.write('fr.txt', 'Le maire est arrivé en retard à la réunion. Les habitants de la ville ne sont pas contents du tout. ' * 8)
        self.assertTrue(any('fr.txt: ' in w and '--source-lang' in w for w in self.warnings('fr.txt', 'long.en.txt')))
        self.assertEqual([w for w in self.warnings('fr.txt', 'long.en.txt', '--source-lang', 'fr') if '--source-lang' in w], [])

    def test_no_language_at_all(self):
        self.write('digits.txt', '1 2 3\n\n4 5 6\n')
        self.assertTrue(any('cannot tell the language' in w for w in self.warnings('digits.txt', 'digits.txt')))


if __name__ == '__main__':
    unittest.main()
