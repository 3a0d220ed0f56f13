//! What words do around names of places.

/// The lists of such words that a word stands in, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u16);

impl Roles {
    /// Announces a region's name.
    pub const REGION: Roles = Roles(1);
    /// Announces a village's name.
    pub const VILLAGE: Roles = Roles(1 << 1);
    /// Announces a district's name.
    pub const DISTRICT: Roles = Roles(1 << 2);
    /// After it the place is the reporter's home.
    pub const HOME: Roles = Roles(1 << 3);
    /// Is no name of a village by itself.
    pub const FUNCTION: Roles = Roles(1 << 4);
    /// After it a name is that of a building.
    pub const FACILITY: Roles = Roles(1 << 5);
    /// After it a name is the name of something else.
    pub const STREET: Roles = Roles(1 << 6);
    /// After it a place stands.
    pub const PREPOSITION: Roles = Roles(1 << 7);
    /// After it a name is that of a road.
    pub const ROAD: Roles = Roles(1 << 8);
    /// Bears the name of the regency that it serves.
    pub const SEAT: Roles = Roles(1 << 9);
    /// Its number is followed by the place that it counts in.
    pub const UNIT: Roles = Roles(1 << 10);
    /// Makes another name of the name before it.
    pub const NAME_TAIL: Roles = Roles(1 << 11);
    /// The same if a number follows.
    pub const DIRECTION: Roles = Roles(1 << 12);

    /// Both together.
    #[must_use]
    pub const fn or(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// True if it has one of the others.
    #[must_use]
    pub const fn any(self, others: Roles) -> bool {
        self.0 & others.0 != 0
    }
}

/// The roles of words by word id: one look where many sets would be asked one by one.
#[derive(Debug, Default)]
pub struct RoleTable(Vec<Roles>);

impl RoleTable {
    /// Gives a word another role.
    pub fn add(&mut self, word: u32, role: Roles) {
        let at = word as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, Roles::default());
        }
        if let Some(roles) = self.0.get_mut(at) {
            *roles = roles.or(role);
        }
    }

    /// The roles of a word.
    #[must_use]
    pub fn of(&self, word: u32) -> Roles {
        self.0.get(word as usize).copied().unwrap_or_default()
    }
}
