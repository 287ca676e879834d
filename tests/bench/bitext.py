#!/usr/bin/env python3
"""Writes an invented pair of editions with its gold ladder, as long as is asked for.

usage: bitext.py LINES STEM       writes STEM.en.sents, STEM.es.sents, STEM.gold

A sentence is a row of slots, each said in both languages: words of grammar, words from lexicons/en-es/words.tsv by Zipf's
law (in Spanish one of the shipped translations, or by free choice another word, or none), names that a stretch of text
has to itself and names of the whole text, numbers in either convention, dates. Spanish swaps neighbours and adds
words. Of the sentences 7 % stand in one edition alone on either side, some of them moved to another place;
9 % are split in one edition, some at another place in each. The same LINES give the same text.
"""
import itertools, os, random, sys

WORDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../lexicons/en-es/words.tsv')
GRAMMAR = [pair.split('=') for pair in '''the=la the=el of=de and=y to=a in=en that=que a=un a=una for=para with=con
on=sobre by=por from=desde as=como but=pero not=no his=su her=su it=lo at=en or=o more=más is=es was=era has=ha who=quien
the=los the=las their=sus this=este this=esta when=cuando after=tras'''.split()]
MONTHS = [('January', 'enero'), ('March', 'marzo'), ('May', 'mayo'), ('August', 'agosto'), ('October', 'octubre')]
SYLLABLES = 'ba den kor li mar no pel ra sev to ul vi zan ger mo chi'.split()
EXTRA = 'la el de que se en los una su ya'.split()


def cumulative(weights):
    return list(itertools.accumulate(weights))


class Author:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        with open(WORDS, encoding='utf-8') as file:
            rows = (line.rstrip('\n').split('\t') for line in file if '\t' in line and not line.startswith('#'))
            self.words = [(row[0], row[1].split('|')) for row in rows]
        self.dice.shuffle(self.words)
        self.zipf = cumulative(1 / (rank + 2.7) for rank in range(len(self.words)))
        self.known = [self.name() for _ in range(40)]
        self.cast = []

    def name(self):
        word = lambda: ''.join(self.dice.choices(SYLLABLES, k=self.dice.randint(2, 3))).capitalize()
        english = f'{word()} {word()}' if self.dice.random() < 0.5 else word()
        spanish = english.replace('k', 'c').replace('K', 'C') if self.dice.random() < 0.3 else english
        return english, spanish

    def number(self):
        kind = self.dice.randrange(4)
        if kind == 0:
            value = self.dice.randint(1000, 3_000_000)
            return f'{value:,}', f'{value:,}'.replace(',', '.')
        if kind == 1:
            value = f'{self.dice.uniform(0, 100):.1f}'
            return f'{value}%', f'{value} %'.replace('.', ',')
        if kind == 2:
            day, (english, spanish) = self.dice.randint(1, 28), self.dice.choice(MONTHS)
            return f'{english} {day}', f'{day} de {spanish}'
        value = str(self.dice.randint(2, 2030))
        return value, value

    def slot(self):
        """A few words of each language that say the same."""
        roll = self.dice.random()
        if roll < 0.50:
            return self.dice.choice(GRAMMAR)
        if roll < 0.52:
            return self.number()
        if roll < 0.56:
            return self.dice.choice(self.cast if self.dice.random() < 0.6 else self.known)
        english, translations = self.word()
        roll = self.dice.random()
        spanish = self.dice.choice(translations) if roll < 0.7 else self.dice.choice(self.word()[1]) if roll < 0.9 else ''
        return english, spanish

    def word(self):
        return self.dice.choices(self.words, cum_weights=self.zipf)[0]

    def clause(self):
        """What one sentence says: its words in English and in Spanish."""
        length = max(3, min(60, round(self.dice.lognormvariate(2.8, 0.5))))
        slots = [self.slot() for _ in range(length)]
        spanish = [word for _, word in slots if word]
        for i in range(len(spanish) - 1):
            if self.dice.random() < 0.15:
                spanish[i], spanish[i + 1] = spanish[i + 1], spanish[i]
        for _ in range(length // 8):
            spanish.insert(self.dice.randrange(len(spanish) + 1), self.dice.choice(EXTRA))
        return [word for word, _ in slots], spanish



def sentences(words, *shares):
    """Words as sentences, cut where the shares of their number say."""
    cuts = [0, *(max(1, round(len(words) * share)) for share in shares), len(words)]
    texts = [' '.join(words[a:b]) for a, b in zip(cuts, cuts[1:])]
    return [text[:1].upper() + text[1:] + '.' for text in texts if text]


def write(lines, stem):
    author = Author(lines)
    dice = author.dice
    sides, ladder = ([], []), []
    moved = []  # [how many beads to wait, a Spanish sentence]

    def bead(*texts):
        ranges = []
        for side, new in zip(sides, texts):
            ranges.append(list(range(len(side), len(side) + len(new))))
            side += new
        ladder.append('{}:{}'.format(*ranges))

    while len(sides[0]) < lines:
        if len(ladder) % 80 == 0:
            author.cast = [author.name() for _ in range(8)]
        english, spanish = author.clause()
        roll = dice.random()
        if roll < 0.06:
            bead(sentences(english), [])
        elif roll < 0.12:
            bead([], sentences(spanish))
        elif roll < 0.13:
            bead(sentences(english), [])
            moved.append([dice.randint(2, 9), sentences(spanish)])
        elif roll < 0.17:
            bead(sentences(english), sentences(spanish, dice.uniform(0.3, 0.7)))
        elif roll < 0.21:
            bead(sentences(english, dice.uniform(0.3, 0.7)), sentences(spanish))
        elif roll < 0.22:
            bead(sentences(english, dice.uniform(0.3, 0.4)), sentences(spanish, dice.uniform(0.6, 0.7)))
        else:
            bead(sentences(english), sentences(spanish))
        for wait in moved:
            wait[0] -= 1
        for wait in [w for w in moved if w[0] <= 0]:
            bead([], wait[1])
            moved.remove(wait)

    for name, rows in (('en.sents', sides[0]), ('es.sents', sides[1]), ('gold', ladder)):
        with open(f'{stem}.{name}', 'w', encoding='utf-8') as file:
            file.writelines(row + '\n' for row in rows)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.argv[2])
