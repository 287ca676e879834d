"""Without these the screen shows a file format, or a file holds colours."""
import unittest
from harness import Case


class Terminal(Case):
    def test_pairs_to_read_on_a_terminal_and_tmx_in_a_pipe(self):
        seen = self.on_terminal('align', 'a.es.txt', 'a.en.txt')
        self.assertIn('es  El alcalde llegó tarde.', seen)
        self.assertNotIn('<tmx', seen)
        self.assertIn('<tmx', self.good('align', 'a.es.txt', 'a.en.txt')[0])

    def test_anchors_are_marked_on_a_terminal_only(self):
        self.write('n.txt', 'Quedan 45 libres.')
        self.assertIn('\x1b[4;36m45\x1b[0m', self.on_terminal('anchors', '--lang', 'es', 'n.txt'))
        self.assertNotIn('\x1b', self.on_terminal('anchors', '--lang', 'es', 'n.txt', NO_COLOR='1'))
        self.assertNotIn('\x1b', self.good('anchors', '--lang', 'es', 'n.txt')[0])


if __name__ == '__main__':
    unittest.main()
