export const metadata = { title: "Referral", icons: "data:," };

export default function Layout({ children }) {
  return (
    <html lang="en-GB">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
