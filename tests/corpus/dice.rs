//! A small generator of its own: the same calls on every machine, and each call by itself.

/// A throw of dice, by a linear congruence of 64 bits.
pub struct Dice(u64);

impl Dice {
    /// The dice of one call of one function: more calls of another function change none of it.
    pub fn of(function: &str, number: usize) -> Self {
        let start = function.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        // Neighbours would begin alike without this.
        let mut mixed = start ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Dice(mixed ^ (mixed >> 31))
    }

    /// A number from 0, below the number of sides.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// Does something happen that happens so often in a hundred?
    pub fn happens(&mut self, in_a_hundred: usize) -> bool {
        self.throw(100) < in_a_hundred
    }

    /// One of several.
    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.throw(of.len())]
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.throw(of.len())]
    }

    /// From none to so many of a list, in its order; rarely all.
    pub fn some<'a, T>(&mut self, of: &'a [T], at_most: usize) -> Vec<&'a T> {
        if of.is_empty() {
            return Vec::new();
        }
        if self.happens(6) {
            return of.iter().collect();
        }
        let wanted = self.throw(at_most.min(of.len()) + 1);
        let mut left = wanted;
        let first = self.throw(of.len());
        let mut chosen = Vec::new();
        for place in 0..of.len() {
            if left > 0 && self.throw(of.len() - place) < left {
                chosen.push(&of[(first + place) % of.len()]);
                left -= 1;
            }
        }
        chosen
    }
}
