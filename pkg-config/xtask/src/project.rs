//! Where things are, and the version.

use std::path::{Path, PathBuf};

pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Where the project is to be found; empty where it has no public place.
pub const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

pub struct Project {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Project {
    pub fn find() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.join("../..").canonicalize().unwrap_or_else(|_| here.join("../.."));
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |named| root.join(named));
        Self { root, target }
    }

    /// The documents, as packs.
    pub fn built_in_packs(&self) -> PathBuf {
        self.root.join("src/packs")
    }

    pub fn pkg_config(&self) -> PathBuf {
        self.root.join("pkg-config")
    }

    /// The sources of the package's JavaScript side.
    pub fn npm(&self) -> PathBuf {
        self.pkg_config().join("npm")
    }

    /// What wasm-bindgen makes, for the entries to import.
    pub fn glue(&self) -> PathBuf {
        self.pkg_config().join("glue")
    }

    /// The finished npm package.
    pub fn dist(&self) -> PathBuf {
        self.pkg_config().join("dist")
    }

    /// The package as it would be published, and installed from that into `node_modules/`.
    pub fn packed(&self) -> PathBuf {
        self.pkg_config().join("packed")
    }

    pub fn tarball(&self) -> PathBuf {
        self.packed().join("safeguarding-rules.tgz")
    }

    pub fn installed(&self) -> PathBuf {
        self.packed().join("node_modules/safeguarding-rules")
    }

    /// The plug-in for servers in any language.
    pub fn plugin(&self) -> PathBuf {
        self.target.join("plugin/safeguarding-rules.plugin.wasm")
    }

    /// The documentation as a site.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The finished page.
    pub fn demo(&self) -> PathBuf {
        self.target.join("demo")
    }
}
